import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { FabricDefinition } from './FabricDefinition';
import type { FabricRecord, FabricStore } from './FabricStore';
import { whereCriteria } from './whereCriteria';

interface FabricRow {
  name: string;
  title: string | null;
  description: string | null;
  environment: string | null;
  owner: string | null;
  repository: string;
  path: string;
  cluster: string;
  namespace: string;
  revision: number | string;
  drift_state: FabricRecord['driftState'];
  checked_at: string | null;
  managed_kinds: string;
  observed: string | null;
  told: string | null;
}

export class DatabaseFabricStore implements FabricStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseFabricStore {
    return new DatabaseFabricStore(options.database);
  }

  define: FabricStore['define'] = async definitions => {
    await this.#knex.transaction(async tx => {
      await tx('fabrics')
        .whereNotIn(
          'name',
          definitions.map(definition => definition.name),
        )
        .update({ enabled: false });
      for (const definition of definitions) {
        const row = { ...rowOf(definition), enabled: true };
        await tx('fabrics').insert(row).onConflict('name').merge(row);
      }
    });
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
}

// knex leaves undefined columns of an update alone
function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function rowOf(definition: FabricDefinition) {
  return {
    name: definition.name,
    title: definition.title ?? null,
    description: definition.description ?? null,
    environment: definition.environment ?? null,
    owner: definition.owner ?? null,
    repository: definition.repository,
    path: definition.path,
    cluster: definition.cluster,
    namespace: definition.namespace,
  };
}

function recordOf(row: FabricRow): FabricRecord {
  return {
    definition: {
      name: row.name,
      title: row.title ?? undefined,
      description: row.description ?? undefined,
      environment: row.environment ?? undefined,
      owner: row.owner ?? undefined,
      repository: row.repository,
      path: row.path,
      cluster: row.cluster,
      namespace: row.namespace,
    },
    revision: Number(row.revision),
    driftState: row.drift_state,
    checkedAt: row.checked_at ?? undefined,
    managedKinds: JSON.parse(row.managed_kinds),
    observation: row.observed ? JSON.parse(row.observed) : undefined,
    told: row.told ? JSON.parse(row.told) : {},
  };
}
