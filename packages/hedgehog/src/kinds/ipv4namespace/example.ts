/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const ipv4NamespaceExample = `apiVersion: vpc.githedgehog.com/v1beta1
kind: IPv4Namespace
metadata:
  name: default
spec:
  subnets:
    - 10.0.0.0/16
`;
