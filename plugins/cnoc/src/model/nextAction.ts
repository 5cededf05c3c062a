import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { plural } from '../text/plural';

/**
 * The one thing to do next with a fabric.
 *
 * @internal
 */
export type NextAction =
  | { kind: 'fixConnection' | 'fixSync' | 'review'; label: string }
  | { kind: 'watch'; label: string; deployment: string }
  | { kind: 'none'; label: string };

/** @internal */
export function nextAction(fabric: Fabric): NextAction {
  const { status, resources, lastDeployment } = fabric;
  if (
    lastDeployment?.status === 'running' ||
    lastDeployment?.status === 'queued'
  ) {
    return {
      kind: 'watch',
      label: 'Watch the deployment',
      deployment: lastDeployment.id,
    };
  }
  if (status.connection.state === 'disconnected') {
    return { kind: 'fixConnection', label: 'Fix the connection' };
  }
  if (status.sync.state === 'failed' || status.sync.state === 'never') {
    return { kind: 'fixSync', label: 'See what git said' };
  }
  const changes = resources.committed + resources.drifted;
  if (changes > 0) {
    return { kind: 'review', label: `Review ${plural(changes, 'change')}` };
  }
  if (resources.orphaned > 0) {
    return {
      kind: 'review',
      label: `Review ${plural(resources.orphaned, 'resource')} outside git`,
    };
  }
  return { kind: 'none', label: 'Nothing to do' };
}
