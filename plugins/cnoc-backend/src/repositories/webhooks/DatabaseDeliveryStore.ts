import type { Knex } from 'knex';
import type { DeliveryStore } from './DeliveryStore';

/** For each repository; some days of a busy one */
const KEPT = 2_000;
/** Trimming is rare, so that a delivery costs one insert */
const TRIM_EVERY = 100;

export class DatabaseDeliveryStore implements DeliveryStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseDeliveryStore {
    return new DatabaseDeliveryStore(options.database);
  }

  isNew: DeliveryStore['isNew'] = async (repository, marks) => {
    const inserted: { id: number }[] = await this.#knex('webhook_deliveries')
      .insert(marks.map(delivery => ({ repository, delivery })))
      .onConflict(['repository', 'delivery'])
      .ignore()
      .returning('id');
    if (inserted.some(({ id }) => id % TRIM_EVERY === 0)) {
      await this.#trim(repository);
    }
    return inserted.length === marks.length;
  };

  async #trim(repository: string): Promise<void> {
    const oldest = await this.#knex('webhook_deliveries')
      .where({ repository })
      .orderBy('id', 'desc')
      .offset(KEPT)
      .first('id');
    if (!oldest) return;
    await this.#knex('webhook_deliveries')
      .where({ repository })
      .where('id', '<=', oldest.id)
      .delete();
  }
}
