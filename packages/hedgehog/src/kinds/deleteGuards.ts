/** That objects of one kind cannot go while objects of another name them. */
export interface DeleteGuard {
  kind: string;
  blockedBy: string;
  /** Hedgehog's webhook refuses the delete itself; otherwise only CNOC does. */
  isUpstream: boolean;
}

const guards = (
  kind: string,
  upstream: readonly string[],
  ours: readonly string[] = [],
): DeleteGuard[] => [
  ...upstream.map(blockedBy => ({ kind, blockedBy, isUpstream: true })),
  ...ours.map(blockedBy => ({ kind, blockedBy, isUpstream: false })),
];

/** Which kinds hold which; `blockersOfDelete` names the objects. Facts: fabric webhooks, v0.129. */
export const deleteGuards: readonly DeleteGuard[] = [
  ...guards(
    'VPC',
    ['VPCAttachment', 'VPCPeering', 'ExternalPeering', 'Connection'],
    ['GatewayPeering', 'VPC'],
  ),
  ...guards('IPv4Namespace', ['VPC', 'External']),
  ...guards('VLANNamespace', ['Switch', 'VPC']),
  ...guards(
    'External',
    ['ExternalAttachment', 'ExternalPeering'],
    ['GatewayPeering'],
  ),
  ...guards('Connection', ['VPCAttachment', 'ExternalAttachment']),
  ...guards('Switch', ['Connection']),
  ...guards('Server', ['Connection']),
  ...guards('Gateway', [], ['Connection']),
  ...guards('SwitchGroup', [], ['Switch']),
  ...guards('GatewayGroup', [], ['Gateway', 'GatewayPeering']),
];
