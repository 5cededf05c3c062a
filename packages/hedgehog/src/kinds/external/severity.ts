import { KindRule } from '../Kind';
import { fieldRules, whenMissing, whenOrphaned } from '../severityRule';

export const externalSeverity: readonly KindRule[] = [
  whenMissing(
    'external.missing',
    'critical',
    'An external is not in the cluster: no VPC can reach it.',
    ({ name }) =>
      `External ${name} is not in the cluster: no VPC can reach it.`,
  ),
  whenOrphaned(
    'external.orphan',
    'warning',
    'An external is in the cluster and not in git.',
    ({ name }) => `External ${name} is in the cluster and not in git.`,
  ),
  ...fieldRules('external', 'critical', 'other routes are exchanged with it', {
    inboundCommunity: {
      path: 'spec.inboundCommunity',
      label: 'The inbound community',
    },
    outboundCommunity: {
      path: 'spec.outboundCommunity',
      label: 'The outbound community',
    },
    static: { path: 'spec.static.**', label: 'The list of static networks' },
    ipv4Namespace: { path: 'spec.ipv4Namespace', label: 'The IPv4 namespace' },
  }),
];
