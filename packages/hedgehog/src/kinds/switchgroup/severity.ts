import { KindRule } from '../Kind';
import { whenMissing, whenOrphaned } from '../severityRule';

export const switchGroupSeverity: readonly KindRule[] = [
  whenMissing(
    'switchGroup.missing',
    'warning',
    'A switch group is not in the cluster: switches in it are refused.',
    ({ name }) =>
      `SwitchGroup ${name} is not in the cluster: switches in it are refused.`,
  ),
  whenOrphaned(
    'switchGroup.orphan',
    'info',
    'A switch group is in the cluster and not in git.',
    ({ name }) => `SwitchGroup ${name} is in the cluster and not in git.`,
  ),
];
