import { KindRule } from '../Kind';
import { fieldRules, whenMissing, whenOrphaned } from '../severityRule';

export const gatewaySeverity: readonly KindRule[] = [
  whenMissing(
    'gateway.missing',
    'critical',
    'A gateway is not in the cluster: peerings lose it, and fail when it was the last.',
    ({ name }) =>
      `Gateway ${name} is not in the cluster: gateway peerings lose it, and fail when it was the last of its group.`,
  ),
  whenOrphaned(
    'gateway.orphan',
    'warning',
    'A gateway is in the cluster and not in git.',
    ({ name }) => `Gateway ${name} is in the cluster and not in git.`,
  ),
  ...fieldRules('gateway', 'critical', 'traffic through the gateway is lost', {
    asn: { path: 'spec.asn', label: 'The ASN' },
    protocolIP: { path: 'spec.protocolIP', label: 'The router id' },
    vtepIP: { path: 'spec.vtepIP', label: 'The tunnel address' },
    vtepMAC: { path: 'spec.vtepMAC', label: 'The tunnel MAC address' },
    interfaces: { path: 'spec.interfaces.**', label: 'An interface' },
    neighbors: { path: 'spec.neighbors.**', label: 'A BGP neighbour' },
  }),
  ...fieldRules(
    'gateway',
    'critical',
    'other gateways take over, or none does',
    {
      groups: { path: 'spec.groups', label: 'Group membership' },
    },
  ),
  ...fieldRules('gateway', 'info', 'traffic does not depend on it', {
    logs: { path: 'spec.logs.**', label: 'Logging' },
    profiling: { path: 'spec.profiling.**', label: 'Profiling' },
  }),
];
