import type { Activity } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import type { ActivityEntry, ActivityStore } from './ActivityStore';

export interface ActivityRow {
  id: number | string;
  fabric: string;
  at: string;
  type: Activity['type'];
  severity: Activity['severity'] | null;
  actor: string | null;
  message: string;
  kind: string | null;
  name: string | null;
  commit_sha: string | null;
  plan: string | null;
  deployment: string | null;
  tally: string | null;
}

const MAX_MESSAGE = 2000;
/** Lines of a fabric that are kept at least; those before go in batches */
const KEPT = 10_000;
const TRIM_EVERY = 500;

export class DatabaseActivityStore implements ActivityStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseActivityStore {
    return new DatabaseActivityStore(options.database);
  }

  append: ActivityStore['append'] = async (fabric, at, entries) => {
    if (entries.length === 0) return;
    await this.#knex.transaction(async tx => {
      await tx('activity_heads')
        .insert({ fabric })
        .onConflict('fabric')
        .ignore();
      // Before the ids are drawn: writers of a fabric take turns, so that its ids become visible in their order
      await tx('activity_heads')
        .where({ fabric })
        .increment('appended', entries.length);
      await tx('activity').insert(
        entries.map(entry => rowOf(fabric, at, entry)),
      );
      const { last } = (await tx('activity')
        .where({ fabric })
        .max({ last: 'id' })
        .first())!;
      await tx('activity_heads').where({ fabric }).update({ last });
      const { appended } = await tx('activity_heads')
        .where({ fabric })
        .first('appended');
      if (Number(appended) % TRIM_EVERY < entries.length) {
        await trim(tx, fabric);
      }
    });
  };

  page: ActivityStore['page'] = async (fabric, { before, limit }) => {
    const query = this.#knex<ActivityRow>('activity')
      .where({ fabric })
      .orderBy('id', 'desc')
      .limit(limit);
    if (before !== undefined) query.where('id', '<', before);
    return (await query).map(activityOf);
  };

  after: ActivityStore['after'] = async (fabric, id, limit) => {
    const rows = await this.#knex<ActivityRow>('activity')
      .where({ fabric })
      .where('id', '>', id)
      .orderBy('id')
      .limit(limit);
    return rows.map(activityOf);
  };
}

async function trim(tx: Knex.Transaction, fabric: string): Promise<void> {
  const tooOld = await tx('activity')
    .where({ fabric })
    .orderBy('id', 'desc')
    .offset(KEPT)
    .first('id');
  if (!tooOld) return;
  await tx('activity').where({ fabric }).where('id', '<=', tooOld.id).delete();
}

function rowOf(fabric: string, at: Date, entry: ActivityEntry) {
  return {
    fabric,
    at: at.toISOString(),
    type: entry.type,
    severity: entry.severity ?? null,
    actor: entry.actor?.slice(0, 255) ?? null,
    message: entry.message.slice(0, MAX_MESSAGE),
    kind: entry.resource?.kind ?? null,
    name: entry.resource?.name ?? null,
    commit_sha: entry.commit ?? null,
    plan: entry.plan ?? null,
    deployment: entry.deployment ?? null,
    tally: entry.tally ? JSON.stringify(entry.tally) : null,
  };
}

/** A line as the contract has it. */
export function activityOf(row: ActivityRow): Activity {
  return {
    id: String(row.id),
    at: row.at,
    type: row.type,
    severity: row.severity ?? undefined,
    actor: row.actor ?? undefined,
    message: row.message,
    resource:
      row.kind && row.name ? { kind: row.kind, name: row.name } : undefined,
    commit: row.commit_sha ?? undefined,
    plan: row.plan ?? undefined,
    deployment: row.deployment ?? undefined,
  };
}
