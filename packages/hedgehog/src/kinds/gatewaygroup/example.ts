/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const gatewayGroupExample = `apiVersion: gateway.githedgehog.com/v1alpha1
kind: GatewayGroup
metadata:
  name: gw-group
`;
