import type { Activity } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import type { ActivityStore } from './ActivityStore';

interface ActivityRow {
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
}

const MAX_MESSAGE = 2000;

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
    await this.#knex('activity').insert(
      entries.map(entry => ({
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
      })),
    );
  };

  page: ActivityStore['page'] = async (fabric, { before, limit }) => {
    const query = this.#knex<ActivityRow>('activity')
      .where({ fabric })
      .orderBy('id', 'desc')
      .limit(limit);
    if (before !== undefined) query.where('id', '<', before);
    return (await query).map(activityOf);
  };
}

function activityOf(row: ActivityRow): Activity {
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
