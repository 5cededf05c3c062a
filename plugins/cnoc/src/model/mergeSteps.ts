import type {
  Deployment,
  DeploymentStep,
} from '@cnoc/backstage-plugin-cnoc-common';

const rank: Record<DeploymentStep['status'], number> = {
  pending: 0,
  running: 1,
  succeeded: 2,
  failed: 2,
  skipped: 2,
};

/** @internal */
export const isEnded = (status: Deployment['status']): boolean =>
  status !== 'queued' && status !== 'running';

/**
 * Puts streamed steps over fetched ones; whichever has come further wins, because the two arrive in no fixed order.
 *
 * @internal
 */
export function mergeSteps(
  fetched: readonly DeploymentStep[],
  streamed: ReadonlyMap<number, DeploymentStep>,
): DeploymentStep[] {
  return fetched.map(step => {
    const other = streamed.get(step.seq);
    return other && rank[other.status] > rank[step.status] ? other : step;
  });
}
