import type {
  Finding,
  FindingDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';

/** Changes of status that are kept for a finding. */
const KEPT = 50;
const BATCH = 100;

export interface FindingMoment {
  /** The finding's */
  id: string;
  status: Finding['status'];
  at: string;
  by?: string;
  reason?: string;
  until?: string;
}

/** Writes changes of status into the life of findings, and forgets the oldest where there are too many. */
export async function addMoments(
  tx: Knex.Transaction,
  fabric: string,
  moments: readonly FindingMoment[],
): Promise<void> {
  await tx.batchInsert(
    'finding_moments',
    moments.map(({ id, status, at, by, reason, until }) => ({
      fabric,
      finding: id,
      status,
      at,
      by: by ?? null,
      reason: reason ?? null,
      until: until ?? null,
    })),
    BATCH,
  );
  const ids = [...new Set(moments.map(one => one.id))];
  for (let start = 0; start < ids.length; start += BATCH) {
    const full: { finding: string }[] = await tx('finding_moments')
      .whereIn('finding', ids.slice(start, start + BATCH))
      .groupBy('finding')
      .havingRaw('count(*) > ?', [KEPT])
      .select('finding');
    for (const { finding } of full) {
      const oldest = await tx('finding_moments')
        .where({ finding })
        .orderBy('id', 'desc')
        .offset(KEPT)
        .first('id');
      await tx('finding_moments')
        .where({ finding })
        .where('id', '<=', oldest.id)
        .delete();
    }
  }
}

/** Newest first. */
export async function momentsOf(
  knex: Knex,
  finding: string,
): Promise<FindingDetail['history']> {
  const rows: Record<'status' | 'at' | 'by' | 'reason' | 'until', string>[] =
    await knex('finding_moments')
      .where({ finding })
      .orderBy('id', 'desc')
      .limit(KEPT)
      .select('status', 'at', 'by', 'reason', 'until');
  return rows.map(row => ({
    status: row.status as Finding['status'],
    at: row.at,
    by: row.by ?? undefined,
    reason: row.reason ?? undefined,
    until: row.until ?? undefined,
  }));
}
