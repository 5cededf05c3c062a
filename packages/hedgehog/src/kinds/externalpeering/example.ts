/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const externalPeeringExample = `apiVersion: vpc.githedgehog.com/v1beta1
kind: ExternalPeering
metadata:
  name: vpc-1--ext-1
spec:
  permit:
    vpc:
      name: vpc-1
      subnets: [default]
    external:
      name: ext-1
      prefixes:
        - prefix: 0.0.0.0/0
`;
