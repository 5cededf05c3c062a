import type {
  FindingTotals,
  SeverityCounts,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { FindingTally } from '../drift/FindingStore';
import type { FabricRecord } from '../fabrics/FabricStore';

type UpTo = FindingTotals['byAge'][number]['upTo'];

const HOUR_MS = 60 * 60_000;
const AGES: readonly { upTo: UpTo; ms: number }[] = [
  { upTo: 'hour', ms: HOUR_MS },
  { upTo: 'day', ms: 24 * HOUR_MS },
  { upTo: 'week', ms: 7 * 24 * HOUR_MS },
  { upTo: 'month', ms: 30 * 24 * HOUR_MS },
];

/** The ages that totals tell apart, from young to old; what is older than all is one more. */
export function totalAges(now: Date): { upTo: UpTo; since: string }[] {
  return AGES.map(({ upTo, ms }) => ({
    upTo,
    since: new Date(now.getTime() - ms).toISOString(),
  }));
}

/** @param tally - by the ages of `totalAges` */
export function findingTotals(
  records: readonly FabricRecord[],
  tally: readonly FindingTally[],
): FindingTotals {
  const bySeverity = nothing();
  const byStatus = { open: 0, acknowledged: 0, suppressed: 0 };
  const byAge = [...AGES.map(({ upTo }) => upTo), 'older' as const].map(
    upTo => ({ upTo, findings: nothing() }),
  );
  const byFabric = new Map<string, SeverityCounts>();
  for (const { fabric, status, severity, age, count } of tally) {
    byStatus[status] += count;
    if (status !== 'open') continue;
    bySeverity[severity] += count;
    byAge[age].findings[severity] += count;
    const own = byFabric.get(fabric) ?? nothing();
    own[severity] += count;
    byFabric.set(fabric, own);
  }
  return {
    bySeverity,
    byStatus,
    byAge,
    byFabric: records.map(({ definition, driftState, observation }) => ({
      fabric: definition.name,
      title: definition.title,
      environment: definition.environment,
      owner: definition.owner,
      state: driftState,
      staleSince: observation?.connection.staleSince,
      findings: byFabric.get(definition.name) ?? nothing(),
    })),
  };
}

function nothing(): SeverityCounts {
  return { critical: 0, warning: 0, info: 0 };
}
