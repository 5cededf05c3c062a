import { ConflictError } from '@backstage/errors';
import type { PlanSummary } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import { olderThan } from './olderThan';
import type { PlanRecord } from './PlanRecord';
import type { PlanStore } from './PlanStore';

interface PlanRow {
  id: string;
  fabric: string;
  status: PlanSummary['status'];
  commit_sha: string | null;
  created_at: string;
  created_by: string;
  counts: string;
  prune: boolean | number;
  force: boolean | number;
  lines: string;
  blockers: string;
  not_pruned: string;
  request_hash: string | null;
}

/** Plans that are kept for each fabric; those that were deployed stay longer, with their deployment. */
const KEPT = 200;

const SUMMARY = [
  'id',
  'fabric',
  'status',
  'commit_sha',
  'created_at',
  'created_by',
  'counts',
  'prune',
  'force',
] as const;

export class DatabasePlanStore implements PlanStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabasePlanStore {
    return new DatabasePlanStore(options.database);
  }

  find: PlanStore['find'] = async (fabric, createdBy, idempotency) => {
    const row = await this.#knex<PlanRow>('plans')
      .where({ fabric })
      .where('created_by', createdBy)
      .where('idempotency_key', idempotency.key)
      .first();
    if (row && row.request_hash !== idempotency.requestHash) {
      throw new ConflictError(
        'The Idempotency-Key was used for another plan request; use a new one',
      );
    }
    return row && recordOf(row);
  };

  insert: PlanStore['insert'] = async (record, idempotency) => {
    await this.#knex('plans').insert({
      id: record.id,
      fabric: record.fabric,
      status: record.status,
      commit_sha: record.commit ?? null,
      created_at: record.createdAt,
      created_by: record.createdBy,
      counts: JSON.stringify(record.counts),
      prune: record.prune,
      force: record.force,
      lines: JSON.stringify(record.lines),
      blockers: JSON.stringify(record.blockers),
      not_pruned: JSON.stringify(record.notPruned),
      idempotency_key: idempotency?.key ?? null,
      request_hash: idempotency?.requestHash ?? null,
    });
    await this.#forgetOld(record.fabric);
  };

  get: PlanStore['get'] = async (fabric, id) => {
    const row = await this.#knex<PlanRow>('plans')
      .where({ fabric, id })
      .first();
    return row && recordOf(row);
  };

  setStatus: PlanStore['setStatus'] = async (fabric, id, status) => {
    await this.#knex('plans').where({ fabric, id }).update({ status });
  };

  page: PlanStore['page'] = async (fabric, { after, limit }) => {
    const query = this.#knex('plans').where({ fabric }).limit(limit);
    const rows: PlanRow[] = await olderThan(query, after).select([...SUMMARY]);
    return rows.map(summaryOf);
  };

  async #forgetOld(fabric: string): Promise<void> {
    const oldest = await this.#knex('plans')
      .where({ fabric })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .offset(KEPT)
      .first('created_at');
    if (!oldest) return;
    await this.#knex('plans')
      .where({ fabric })
      .where('created_at', '<=', oldest.created_at)
      .whereNotIn('id', this.#knex('deployments').select('plan'))
      .delete();
  }
}

function summaryOf(row: PlanRow): PlanSummary {
  return {
    id: row.id,
    status: row.status,
    commit: row.commit_sha ?? undefined,
    createdAt: row.created_at,
    createdBy: row.created_by,
    counts: JSON.parse(row.counts),
    prune: Boolean(row.prune),
    force: Boolean(row.force),
  };
}

function recordOf(row: PlanRow): PlanRecord {
  return {
    ...summaryOf(row),
    fabric: row.fabric,
    lines: JSON.parse(row.lines),
    blockers: JSON.parse(row.blockers),
    notPruned: JSON.parse(row.not_pruned),
  };
}
