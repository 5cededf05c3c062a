/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const switchGroupExample = `apiVersion: wiring.githedgehog.com/v1beta1
kind: SwitchGroup
metadata:
  name: eslag-1
`;
