import type { Severity } from '@cnoc/hedgehog';

/**
 * How grave it is that a whole object is not in the cluster, or is there and not in git: what carries traffic is critical
 * to lose and a warning to find; what others only refer to weighs one step less.
 */
export const wholeObjects: Readonly<
  Record<
    string,
    {
      missing: Severity;
      orphan: Severity;
      /** Who then reaches whom decides, where the whole fabric is known. */
      isJudgedByEffect: boolean;
    }
  >
> = {
  ...all(
    [
      'Connection',
      'External',
      'ExternalAttachment',
      'ExternalPeering',
      'Gateway',
      'GatewayPeering',
      'VPC',
      'VPCAttachment',
      'VPCPeering',
    ],
    { missing: 'critical', orphan: 'warning', isJudgedByEffect: true },
  ),
  Switch: { missing: 'critical', orphan: 'warning', isJudgedByEffect: false },
  ...all(
    ['GatewayGroup', 'IPv4Namespace', 'Server', 'SwitchGroup', 'VLANNamespace'],
    { missing: 'warning', orphan: 'info', isJudgedByEffect: false },
  ),
};

function all<T>(kinds: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(kinds.map(kind => [kind, value]));
}
