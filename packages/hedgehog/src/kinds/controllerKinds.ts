/** A kind that Hedgehog's own controllers or its installer write. */
export interface ControllerKind {
  kind: string;
  apiVersion: string;
  plural: string;
}

/**
 * Known to CNOC and never managed by it: none of their objects is an orphan. Of Agent and GatewayAgent only `status` may
 * be read, as their specs hold secrets.
 */
export const controllerKinds: readonly ControllerKind[] = [
  {
    kind: 'Agent',
    apiVersion: 'agent.githedgehog.com/v1beta1',
    plural: 'agents',
  },
  {
    kind: 'Catalog',
    apiVersion: 'agent.githedgehog.com/v1beta1',
    plural: 'catalogs',
  },
  {
    kind: 'DHCPSubnet',
    apiVersion: 'dhcp.githedgehog.com/v1beta1',
    plural: 'dhcpsubnets',
  },
  {
    kind: 'SwitchProfile',
    apiVersion: 'wiring.githedgehog.com/v1beta1',
    plural: 'switchprofiles',
  },
  {
    kind: 'ServerProfile',
    apiVersion: 'wiring.githedgehog.com/v1beta1',
    plural: 'serverprofiles',
  },
  {
    kind: 'VPCInfo',
    apiVersion: 'gateway.githedgehog.com/v1alpha1',
    plural: 'vpcinfos',
  },
  {
    kind: 'GatewayAgent',
    apiVersion: 'gwint.githedgehog.com/v1alpha1',
    plural: 'gatewayagents',
  },
  {
    kind: 'Fabricator',
    apiVersion: 'fabricator.githedgehog.com/v1beta1',
    plural: 'fabricators',
  },
  {
    kind: 'ControlNode',
    apiVersion: 'fabricator.githedgehog.com/v1beta1',
    plural: 'controlnodes',
  },
  {
    kind: 'FabNode',
    apiVersion: 'fabricator.githedgehog.com/v1beta1',
    plural: 'fabnodes',
  },
];
