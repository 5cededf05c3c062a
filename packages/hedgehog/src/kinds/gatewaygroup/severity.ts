import { KindRule } from '../Kind';
import { whenMissing, whenOrphaned } from '../severityRule';

export const gatewayGroupSeverity: readonly KindRule[] = [
  whenMissing(
    'gatewayGroup.missing',
    'warning',
    'A gateway group is not in the cluster: gateways and peerings in it are refused.',
    ({ name }) =>
      `GatewayGroup ${name} is not in the cluster: gateways and peerings in it are refused.`,
  ),
  whenOrphaned(
    'gatewayGroup.orphan',
    'info',
    'A gateway group is in the cluster and not in git.',
    ({ name }) => `GatewayGroup ${name} is in the cluster and not in git.`,
  ),
];
