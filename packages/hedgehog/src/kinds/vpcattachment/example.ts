/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const vpcAttachmentExample = `apiVersion: vpc.githedgehog.com/v1beta1
kind: VPCAttachment
metadata:
  name: server-01--vpc-1
spec:
  subnet: vpc-1/default
  connection: server-01--eslag--leaf-01--leaf-02
---
apiVersion: vpc.githedgehog.com/v1beta1
kind: VPCAttachment
metadata:
  name: server-02--vpc-2
spec:
  subnet: vpc-2/default
  connection: server-02--unbundled--leaf-01
`;
