import { randomInt } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isSamePlace } from './FabricDefinition';
import type { FabricRoom } from './FabricRoom';
import {
  definitionOf,
  placeless,
  recordOf,
  rowOf,
  type FabricRow,
} from './fabricRows';
import type { FabricStore } from './FabricStore';
import { whereCriteria } from './whereCriteria';

const DEFINITION = [
  'name',
  'title',
  'description',
  'environment',
  'owner',
  'repository',
  'path',
  'cluster',
  'namespace',
  'scope',
  'version',
] as const;

export class DatabaseFabricStore implements FabricStore {
  readonly #knex: Knex;
  readonly #rooms: readonly FabricRoom[];

  private constructor(knex: Knex, rooms: readonly FabricRoom[]) {
    this.#knex = knex;
    this.#rooms = rooms;
  }

  /** @param options - `rooms`: those that keep something of each fabric */
  static create(options: {
    database: Knex;
    rooms?: readonly FabricRoom[];
  }): DatabaseFabricStore {
    return new DatabaseFabricStore(options.database, options.rooms ?? []);
  }

  define: FabricStore['define'] = async definitions => {
    await this.#knex.transaction(async tx => {
      await tx('fabrics')
        .where({ origin: 'config' })
        .whereNotIn(
          'name',
          definitions.map(definition => definition.name),
        )
        .update({ enabled: false });
      for (const definition of definitions) {
        const row = {
          ...rowOf(definition),
          enabled: true,
          origin: 'config',
          etag: null,
        };
        const before = await this.#locked(tx, definition.name);
        if (!before) {
          await tx('fabrics').insert(row).onConflict('name').merge(row);
          continue;
        }
        const moves = !isSamePlace(definitionOf(before), definition);
        const moved = moves ? await this.#move(tx, before) : {};
        await tx('fabrics')
          .where({ name: definition.name })
          .update({ ...row, ...moved });
      }
    });
  };

  definitions: FabricStore['definitions'] = async () => {
    const rows = await this.#knex<FabricRow>('fabrics')
      .where('enabled', true)
      .orderBy('name')
      .select(...DEFINITION);
    return rows.map(definitionOf);
  };

  list: FabricStore['list'] = async ({ criteria, after, limit }) => {
    const query = this.#knex<FabricRow>('fabrics')
      .where('enabled', true)
      .orderBy('name');
    if (after !== undefined) query.where('name', '>', after);
    if (limit !== undefined) query.limit(limit);
    whereCriteria(query, criteria);
    return (await query).map(recordOf);
  };

  count: FabricStore['count'] = async criteria => {
    const query = this.#knex('fabrics').where('enabled', true);
    whereCriteria(query, criteria);
    const [{ total }] = await query.count({ total: '*' });
    return Number(total);
  };

  get: FabricStore['get'] = async name => {
    const row = await this.#knex<FabricRow>('fabrics')
      .where({ name })
      .where('enabled', true)
      .first();
    return row && recordOf(row);
  };

  holderOf: FabricStore['holderOf'] = async name => {
    const row = await this.#knex<FabricRow>('fabrics').where({ name }).first();
    return (
      row && {
        origin: row.origin,
        once:
          row.once_key && row.once_digest
            ? { key: row.once_key, digest: row.once_digest }
            : undefined,
      }
    );
  };

  register: FabricStore['register'] = async (definition, options) =>
    this.#knex.transaction(async tx => {
      const { at, by, etag, once } = options;
      const inserted = await tx('fabrics')
        .insert({
          ...rowOf(definition),
          enabled: true,
          origin: 'api',
          etag,
          created_at: at.toISOString(),
          created_by: by ?? null,
          updated_at: at.toISOString(),
          once_key: once?.key ?? null,
          once_digest: once?.digest ?? null,
          // Whoever remembers a fabric that had this name must not take this one for it
          revision: Math.floor(at.getTime() / 1000),
          version: randomInt(2 ** 30),
        })
        .onConflict('name')
        .ignore()
        .returning('name');
      if (inserted.length === 0) return false;
      // Of an earlier fabric of that name, written in the moment in which it was removed
      await this.#forget(tx, definition.name);
      return true;
    });

  replace: FabricStore['replace'] = async (definition, options) =>
    this.#knex.transaction(async tx => {
      const { name } = definition;
      const before = await this.#locked(tx, name);
      if (before?.etag !== options.before) return false;
      const moves = !isSamePlace(definitionOf(before), definition);
      if (moves) await this.#assertIdle(tx, name);
      const moved = moves ? await this.#move(tx, before) : {};
      await tx('fabrics')
        .where({ name })
        .update({
          ...rowOf(definition),
          ...moved,
          etag: options.etag,
          updated_at: options.at.toISOString(),
        });
      return true;
    });

  remove: FabricStore['remove'] = async (name, before) =>
    this.#knex.transaction(async tx => {
      const row = await this.#locked(tx, name);
      if (row?.etag !== before) return false;
      await this.#assertIdle(tx, name);
      await this.#forget(tx, name);
      await tx('fabrics').where({ name }).delete();
      return true;
    });

  sweep: FabricStore['sweep'] = async name =>
    this.#knex.transaction(async tx => {
      if (!(await this.#locked(tx, name))) await this.#forget(tx, name);
    });

  fence: FabricStore['fence'] = ({ name, version = 0 }, lease) => ({
    assertHeld: async tx => {
      await lease.assertHeld(tx);
      const query = tx('fabrics').where({ name, version, enabled: true });
      // Held against a move or an end until this transaction ends, but not against another revision of the row
      const row = await (isSqlite(tx) ? query : query.forKeyShare()).first(
        'name',
      );
      if (!row) {
        throw new ConflictError(
          `Fabric '${name}' is no longer where it was; the work there stops`,
        );
      }
    },
  });

  bumpRevision: FabricStore['bumpRevision'] = async name => {
    return this.#knex.transaction(async tx => {
      await tx('fabrics').where({ name }).increment('revision', 1);
      const row = await tx('fabrics').where({ name }).first('revision');
      if (!row) throw new NotFoundError(`No fabric '${name}'`);
      return Number(row.revision);
    });
  };

  update: FabricStore['update'] = async (name, change, fence) => {
    const row = {
      drift_state: change.driftState,
      checked_at: change.checkedAt,
      managed_kinds: json(change.managedKinds),
      observed: json(change.observation),
      told: json(change.told),
    };
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      await tx('fabrics').where({ name }).update(row);
    });
  };

  async #locked(
    tx: Knex.Transaction,
    name: string,
  ): Promise<FabricRow | undefined> {
    const query = tx<FabricRow>('fabrics').where({ name });
    return (isSqlite(tx) ? query : query.forUpdate()).first();
  }

  /** @returns what of the row begins anew at another place */
  async #move(tx: Knex.Transaction, before: FabricRow) {
    for (const room of this.#rooms) await room.leavePlace?.(tx, before.name);
    return { ...placeless, version: before.version + 1 };
  }

  async #assertIdle(tx: Knex.Transaction, name: string): Promise<void> {
    for (const room of this.#rooms) await room.assertIdle?.(tx, name);
  }

  async #forget(tx: Knex.Transaction, name: string): Promise<void> {
    for (const room of this.#rooms) await room.forget(tx, name);
  }
}

function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}

// knex leaves undefined columns of an update alone
function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
