/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const vpcPeeringExample = `apiVersion: vpc.githedgehog.com/v1beta1
kind: VPCPeering
metadata:
  name: vpc-1--vpc-2
spec:
  permit:
    - vpc-1: {subnets: [default]}
      vpc-2: {}
`;
