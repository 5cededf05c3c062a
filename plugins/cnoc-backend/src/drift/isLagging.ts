import type { SwitchHealth } from '../live';

/** Whether a switch that reports has not applied the newest generation; also one that is unhealthy besides. */
export function isLagging(health: SwitchHealth): boolean {
  if (health.state === 'lagging') return true;
  return health.state === 'unhealthy' && isBehind(health);
}

/** Whether a switch reports, and has applied the newest generation. */
export function hasApplied(health: SwitchHealth): boolean {
  if (health.state === 'ready') return true;
  return health.state === 'unhealthy' && !isBehind(health);
}

function isBehind({ appliedGeneration, generation }: SwitchHealth): boolean {
  return (
    appliedGeneration === undefined ||
    generation === undefined ||
    appliedGeneration < generation
  );
}
