import type {
  Plan,
  PlanCounts,
  PlanLine,
} from '@cnoc/backstage-plugin-cnoc-common';
import { joinWords } from '../text/joinWords';
import { plural } from '../text/plural';

/**
 * `3 updates and 1 delete`.
 *
 * @internal
 */
export function describeCounts(counts: PlanCounts): string {
  return (
    joinWords([
      ...(counts.create ? [plural(counts.create, 'create')] : []),
      ...(counts.update ? [plural(counts.update, 'update')] : []),
      ...(counts.delete ? [plural(counts.delete, 'delete')] : []),
    ]) || 'no changes'
  );
}

/** @internal */
export function wavesOf<T extends { wave: number; seq: number }>(
  lines: readonly T[],
): { wave: number; lines: T[] }[] {
  const waves = new Map<number, T[]>();
  for (const line of [...lines].sort((a, b) => a.seq - b.seq)) {
    waves.set(line.wave, [...(waves.get(line.wave) ?? []), line]);
  }
  return [...waves]
    .sort(([a], [b]) => a - b)
    .map(([wave, members]) => ({ wave, lines: members }));
}

/**
 * Fields that other field managers hold, over all lines.
 *
 * @internal
 */
export function heldFields(lines: readonly PlanLine[]): {
  count: number;
  managers: string[];
} {
  const conflicts = lines.flatMap(line => line.dryRun.conflicts ?? []);
  return {
    count: conflicts.length,
    managers: [...new Set(conflicts.map(c => c.manager))].sort(),
  };
}

/**
 * How a plan is confirmed: not at all, with a dialog, or by typing the fabric's name, when it deletes or hits traffic.
 *
 * @internal
 */
export function confirmationOf(plan: Plan): 'none' | 'dialog' | 'type' {
  const hitsTraffic = plan.lines.some(line => line.severity === 'critical');
  if (plan.counts.delete > 0 || hitsTraffic) return 'type';
  return plan.force ? 'dialog' : 'none';
}
