/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const serverExample = `apiVersion: wiring.githedgehog.com/v1beta1
kind: Server
metadata:
  name: server-01
spec:
  description: Storage
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Server
metadata:
  name: server-02
`;
