/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const switchExample = `apiVersion: wiring.githedgehog.com/v1beta1
kind: Switch
metadata:
  name: spine-01
spec:
  role: spine
  profile: vs
  asn: 65100
  ip: 172.30.0.8/21
  protocolIP: 172.30.8.1/32
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Switch
metadata:
  name: leaf-01
spec:
  role: server-leaf
  profile: vs
  asn: 65101
  ip: 172.30.0.9/21
  protocolIP: 172.30.8.2/32
  vtepIP: 172.30.12.1/32
  groups: [eslag-1]
  redundancy: {group: eslag-1, type: eslag}
  vlanNamespaces: [default]
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Switch
metadata:
  name: leaf-02
spec:
  role: server-leaf
  profile: vs
  asn: 65102
  ip: 172.30.0.10/21
  protocolIP: 172.30.8.3/32
  vtepIP: 172.30.12.2/32
  groups: [eslag-1]
  redundancy: {group: eslag-1, type: eslag}
  vlanNamespaces: [default]
`;
