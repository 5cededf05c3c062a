/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const gatewayPeeringExample = `apiVersion: gateway.githedgehog.com/v1alpha1
kind: GatewayPeering
metadata:
  name: vpc-2--ext-1
spec:
  gatewayGroup: gw-group
  peering:
    vpc-2:
      expose:
        - ips:
            - cidr: 10.0.2.0/24
          as:
            - cidr: 192.0.2.0/30
          nat:
            masquerade: {}
    ext.ext-1:
      expose:
        - default: true
`;
