/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const externalAttachmentExample = `apiVersion: vpc.githedgehog.com/v1beta1
kind: ExternalAttachment
metadata:
  name: leaf-01--ext-1
spec:
  external: ext-1
  connection: leaf-01--external
  switch: {ip: 100.1.1.2/24, vlan: 10}
  neighbor: {asn: 64102, ip: 100.1.1.1}
---
apiVersion: vpc.githedgehog.com/v1beta1
kind: ExternalAttachment
metadata:
  name: leaf-02--ext-2
spec:
  external: ext-2
  connection: leaf-02--external
  static: {remoteIP: 100.2.1.1, ip: 100.2.1.2/24}
`;
