import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ChangeRequest, ChangeRequestStore } from './ChangeRequestStore';

interface ChangeRequestRow {
  id: string;
  fabric: string;
  operation: ChangeRequest['operation'];
  state: ChangeRequest['state'];
  created_at: string;
  created_by: string;
  idempotency_key: string | null;
  request_hash: string;
  work: string | null;
  result: string | null;
}

/** Requests that are kept for each fabric. */
const kept = 200;

export class DatabaseChangeRequestStore implements ChangeRequestStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseChangeRequestStore {
    return new DatabaseChangeRequestStore(options.database);
  }

  async find<Work, Result>(
    fabric: string,
    createdBy: string,
    idempotency: { key: string; requestHash: string },
  ): Promise<ChangeRequest<Work, Result> | undefined> {
    const row = await this.#knex<ChangeRequestRow>('change_requests')
      .where({ fabric })
      .where('created_by', createdBy)
      .where('idempotency_key', idempotency.key)
      .first();
    if (row && row.request_hash !== idempotency.requestHash) {
      throw new ConflictError(
        'The Idempotency-Key was used for another request; use a new one',
      );
    }
    return row && (requestOf(row) as ChangeRequest<Work, Result>);
  }

  insert: ChangeRequestStore['insert'] = async request => {
    await this.#knex('change_requests').insert({
      id: request.id,
      fabric: request.fabric,
      operation: request.operation,
      state: request.state,
      created_at: request.createdAt,
      created_by: request.createdBy,
      idempotency_key: request.idempotencyKey ?? null,
      request_hash: request.requestHash,
      work: json(request.work) ?? null,
      result: json(request.result) ?? null,
    });
    await this.#forgetOld(request.fabric);
  };

  update: ChangeRequestStore['update'] = async (id, change) => {
    await this.#knex('change_requests')
      .where({ id })
      .update({
        state: change.state,
        work: change.work === null ? null : json(change.work),
        result: json(change.result),
      });
  };

  remove: ChangeRequestStore['remove'] = async id => {
    await this.#knex('change_requests').where({ id }).delete();
  };

  async #forgetOld(fabric: string): Promise<void> {
    const oldest = await this.#knex('change_requests')
      .where({ fabric })
      .orderBy('created_at', 'desc')
      .offset(kept)
      .first('created_at');
    if (!oldest) return;
    await this.#knex('change_requests')
      .where({ fabric })
      .where('created_at', '<=', oldest.created_at)
      .delete();
  }
}

// knex leaves undefined columns of an update alone
function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function requestOf(row: ChangeRequestRow): ChangeRequest {
  return {
    id: row.id,
    fabric: row.fabric,
    operation: row.operation,
    state: row.state,
    createdAt: row.created_at,
    createdBy: row.created_by,
    idempotencyKey: row.idempotency_key ?? undefined,
    requestHash: row.request_hash,
    work: row.work === null ? undefined : JSON.parse(row.work),
    result: row.result === null ? undefined : JSON.parse(row.result),
  };
}
