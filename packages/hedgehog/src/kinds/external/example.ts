/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const externalExample = `apiVersion: vpc.githedgehog.com/v1beta1
kind: External
metadata:
  name: ext-1
spec:
  ipv4Namespace: default
  inboundCommunity: 65102:5000
  outboundCommunity: 5000:65102
---
apiVersion: vpc.githedgehog.com/v1beta1
kind: External
metadata:
  name: ext-2
spec:
  static:
    prefixes: [0.0.0.0/0]
`;
