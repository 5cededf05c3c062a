/**
 * Severity rules that judge by what an object is for. Where the whole fabric is known, its model tells exactly what
 * becomes of that, so that their general word is not needed.
 */
const decided = new Set([
  'vpcAttachment.missing',
  'vpcAttachment.orphan',
  'vpcAttachment.subnet',
  'vpcAttachment.connection',
  'vpc.missing',
  'vpc.orphan',
  'vpc.subnet.missing',
  'vpc.subnet.removed',
  'vpc.subnet.isolated',
  'vpc.subnet.restricted',
  'vpc.permit',
  'vpc.defaultIsolated',
  'vpc.defaultRestricted',
  'vpcPeering.missing',
  'vpcPeering.orphan',
  'vpcPeering.permit',
  'external.missing',
  'external.orphan',
  'externalAttachment.missing',
  'externalAttachment.orphan',
  'externalPeering.missing',
  'externalPeering.orphan',
  'externalPeering.vpc',
  'externalPeering.external',
  'connection.missing',
  'connection.orphan',
  'switch.vlanNamespaces',
  'gateway.missing',
  'gateway.orphan',
  'gateway.groups',
  'gatewayPeering.missing',
  'gatewayPeering.orphan',
]);

/** Whether the model of a whole fabric knows better than the rule that judged a difference. */
export function isDecidedByModel(
  rule: string,
  difference?: { desired?: unknown; live?: unknown },
): boolean {
  // Of a link that comes or goes the model knows all; of one that is cabled otherwise it knows the devices, not the ports.
  if (rule.startsWith('connection.cabling.'))
    return difference?.desired === undefined || difference.live === undefined;
  return decided.has(rule);
}
