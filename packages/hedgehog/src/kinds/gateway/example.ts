/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const gatewayExample = `apiVersion: gateway.githedgehog.com/v1alpha1
kind: Gateway
metadata:
  name: gateway-1
spec:
  asn: 65534
  protocolIP: 172.30.8.9/32
  vtepIP: 172.30.12.9/32
  vtepMAC: 0c:20:12:ff:00:09
  groups:
    - name: gw-group
      priority: 1
  interfaces:
    enp2s1:
      kernel: enp2s1
      ips: [172.30.128.11/31]
  neighbors:
    - source: enp2s1
      ip: 172.30.128.10
      asn: 65100
`;
