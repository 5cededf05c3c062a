import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { databaseTime } from '../fabrics/databaseTime';
import type { LeaseStore } from './LeaseStore';

export class DatabaseLeaseStore implements LeaseStore {
  readonly #knex: Knex;
  readonly #now: string;

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#now = databaseTime(knex);
  }

  static create(options: { database: Knex }): DatabaseLeaseStore {
    return new DatabaseLeaseStore(options.database);
  }

  acquire: LeaseStore['acquire'] = async (name, holder, ttlMs) =>
    this.#knex.transaction(async tx => {
      await tx('leases')
        .insert({ name, holder: '', epoch: 0, expires_at: 0 })
        .onConflict('name')
        .ignore();
      const taken = await tx('leases')
        .where({ name })
        .whereRaw(`expires_at < ${this.#now}`)
        .update({
          holder,
          epoch: tx.raw('epoch + 1'),
          expires_at: tx.raw(`${this.#now} + ?`, [ttlMs]),
        });
      if (taken === 0) return undefined;
      const row = await tx('leases').where({ name }).first('epoch');
      return { name, holder, epoch: Number(row.epoch) };
    });

  renew: LeaseStore['renew'] = async ({ name, holder, epoch }, ttlMs) => {
    // One that ran out is not renewed: somebody may have acted on that already
    const renewed = await this.#knex('leases')
      .where({ name, holder, epoch })
      .whereRaw(`expires_at >= ${this.#now}`)
      .update({ expires_at: this.#knex.raw(`${this.#now} + ?`, [ttlMs]) });
    return renewed === 1;
  };

  release: LeaseStore['release'] = async ({ name, holder, epoch }) => {
    await this.#knex('leases')
      .where({ name, holder, epoch })
      .update({ expires_at: 0 });
  };

  held: LeaseStore['held'] = async () => {
    const rows = await this.#knex('leases')
      .whereRaw(`expires_at >= ${this.#now}`)
      .select('name');
    return rows.map(row => row.name);
  };

  fence: LeaseStore['fence'] = ({ name, holder, epoch }) => ({
    assertHeld: async tx => {
      const query = tx('leases')
        .where({ name, holder, epoch })
        .whereRaw(`expires_at >= ${this.#now}`);
      // Until this transaction ends nobody else can take the lease over
      const row = this.#now.includes('julianday')
        ? await query.first('epoch')
        : await query.forShare().first('epoch');
      if (!row) {
        throw new ConflictError(
          `Another replica works on '${name}' now; this one stops`,
        );
      }
    },
  });
}
