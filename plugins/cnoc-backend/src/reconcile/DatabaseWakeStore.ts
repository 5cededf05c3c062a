import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { databaseTime } from '../fabrics/databaseTime';
import type { Wake, WakeStore } from './WakeStore';

const KEPT_MS = 3_600_000;
const MAX_TAKEN = 1000;

export class DatabaseWakeStore implements WakeStore {
  readonly #knex: Knex;
  readonly #now: string;

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#now = databaseTime(knex);
  }

  static create(options: { database: Knex }): DatabaseWakeStore {
    return new DatabaseWakeStore(options.database);
  }

  request: WakeStore['request'] = async (fabric, kind) => {
    const waiting = await this.#knex('wakes')
      .where({ fabric, kind })
      .whereNull('started_at')
      .first('id');
    if (waiting) return waiting.id;
    const id = randomUUID();
    await this.#knex('wakes').insert({
      id,
      fabric,
      kind,
      created_at: this.#knex.raw(this.#now),
    });
    return id;
  };

  take: WakeStore['take'] = async (fabrics, { all }) => {
    const query = this.#knex('wakes')
      .whereIn('fabric', fabrics)
      .whereNull('done_at')
      .limit(MAX_TAKEN);
    if (!all) query.whereNull('started_at');
    const wakes: Wake[] = await query.select('id', 'fabric', 'kind');
    if (wakes.length > 0) {
      await this.#knex('wakes')
        .whereIn(
          'id',
          wakes.map(wake => wake.id),
        )
        .update({ started_at: this.#knex.raw(this.#now) });
    }
    return wakes;
  };

  finish: WakeStore['finish'] = async ids => {
    await this.#knex('wakes')
      .whereIn('id', ids)
      .update({ done_at: this.#knex.raw(this.#now) });
    await this.#knex('wakes')
      .whereNotNull('done_at')
      .whereRaw(`done_at < ${this.#now} - ?`, [KEPT_MS])
      .delete();
  };

  isDone: WakeStore['isDone'] = async id => {
    const row = await this.#knex('wakes').where({ id }).first('done_at');
    return !row || row.done_at !== null;
  };
}
