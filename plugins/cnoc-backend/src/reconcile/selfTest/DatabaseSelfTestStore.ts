import type { Knex } from 'knex';
import { databaseTime } from '../../fabrics/databaseTime';
import type { SelfTestStore } from './SelfTestStore';

const KEPT = 50;
const MAX_LEFT = 100;

export class DatabaseSelfTestStore implements SelfTestStore {
  readonly #knex: Knex;
  readonly #now: string;

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#now = databaseTime(knex);
  }

  static create(options: { database: Knex }): DatabaseSelfTestStore {
    return new DatabaseSelfTestStore(options.database);
  }

  begin: SelfTestStore['begin'] = async (fabric, test) => {
    const inserted = await this.#knex('self_tests')
      .insert({
        id: test.id,
        fabric,
        unfinished: fabric,
        created_at: test.at.toISOString(),
        created_by: test.by,
        idempotency_key: test.key ?? null,
        deadline: this.#knex.raw(`${this.#now} + ?`, [test.withinMs]),
      })
      .onConflict()
      .ignore()
      .returning('id');
    return inserted.length > 0;
  };

  find: SelfTestStore['find'] = async (fabric, by, key) => {
    const row = await this.#knex('self_tests')
      .where({ fabric, created_by: by, idempotency_key: key })
      .first('result');
    return row && { result: row.result ? JSON.parse(row.result) : undefined };
  };

  intend: SelfTestStore['intend'] = async (id, intent) => {
    const written = await this.#knex('self_tests')
      .where({ id })
      .whereNotNull('unfinished')
      .whereRaw(`deadline >= ${this.#now}`)
      .update({ intent: JSON.stringify(intent) });
    return written > 0;
  };

  finish: SelfTestStore['finish'] = async (id, result) => {
    await this.#knex('self_tests')
      .where({ id })
      .whereNotNull('unfinished')
      .update({ result: JSON.stringify(result), unfinished: null });
    const row = await this.#knex('self_tests').where({ id }).first('fabric');
    if (row) await this.#forgetOld(row.fabric);
  };

  left: SelfTestStore['left'] = async fabrics => {
    if (fabrics.length === 0) return [];
    const rows = await this.#knex('self_tests')
      .whereIn('unfinished', fabrics)
      .whereRaw(`deadline < ${this.#now}`)
      .limit(MAX_LEFT)
      .select('id', 'fabric', 'intent');
    return rows.map(({ id, fabric, intent }) => ({
      id,
      fabric,
      intent: intent ? JSON.parse(intent) : undefined,
    }));
  };

  async #forgetOld(fabric: string): Promise<void> {
    const kept = await this.#knex('self_tests')
      .where({ fabric })
      .orderBy('created_at', 'desc')
      .limit(KEPT)
      .select('id');
    await this.#knex('self_tests')
      .where({ fabric })
      .whereNull('unfinished')
      .whereNotIn(
        'id',
        kept.map(({ id }) => id),
      )
      .delete();
  }
}
