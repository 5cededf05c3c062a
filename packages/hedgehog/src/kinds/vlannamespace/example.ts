/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const vlanNamespaceExample = `apiVersion: wiring.githedgehog.com/v1beta1
kind: VLANNamespace
metadata:
  name: default
spec:
  # VLANs 1000 to 2999; 3000 to 3999 are the fabric's own.
  ranges:
    - from: 1000
      to: 2999
`;
