import { KindRule } from '../Kind';
import { whenMissing, whenOrphaned } from '../severityRule';

export const serverSeverity: readonly KindRule[] = [
  whenMissing(
    'server.missing',
    'warning',
    'A server is not in the cluster: its connections are refused.',
    ({ name }) =>
      `Server ${name} is not in the cluster: its connections are refused.`,
  ),
  whenOrphaned(
    'server.orphan',
    'info',
    'A server is in the cluster and not in git.',
    ({ name }) => `Server ${name} is in the cluster and not in git.`,
  ),
];
