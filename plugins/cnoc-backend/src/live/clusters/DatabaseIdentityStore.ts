import type { Knex } from 'knex';
import type { ClusterIdentity, IdentityStore } from './IdentityStore';

interface Row {
  cluster: string;
  pinned: string | null;
  pinned_at: string | null;
  seen: string | null;
  seen_at: string | null;
  version: string | null;
}

const TABLE = 'cluster_identities';

export class DatabaseIdentityStore implements IdentityStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseIdentityStore {
    return new DatabaseIdentityStore(options.database);
  }

  list: IdentityStore['list'] = async () => {
    const rows = await this.#knex<Row>(TABLE);
    return new Map(rows.map(row => [row.cluster, identityOf(row)]));
  };

  get: IdentityStore['get'] = async cluster => {
    const row = await this.#knex<Row>(TABLE).where({ cluster }).first();
    return row && identityOf(row);
  };

  answered: IdentityStore['answered'] = async (cluster, answer) => {
    const { uid, version, at } = answer;
    const inserted = await this.#knex<Row>(TABLE)
      .insert({
        cluster,
        pinned: uid,
        pinned_at: at,
        version: version ?? null,
      })
      .onConflict('cluster')
      .ignore()
      .returning('cluster');
    const row = await this.#knex<Row>(TABLE).where({ cluster }).first();
    if (inserted.length > 0 || !row) return { pinned: uid, pinnedAt: at };
    const same = row.pinned === uid;
    const seen = same ? null : uid;
    const changed: Partial<Row> = {
      ...(row.seen !== seen && { seen, seen_at: seen && at }),
      ...(same && version && row.version !== version && { version }),
    };
    if (Object.keys(changed).length > 0) {
      await this.#knex<Row>(TABLE)
        // Whoever accepted another one meanwhile has the last word
        .where({ cluster, pinned: row.pinned })
        .update(changed);
    }
    return identityOf({ ...row, ...changed });
  };

  pin: IdentityStore['pin'] = async (cluster, uid, at) => {
    const row = {
      cluster,
      pinned: uid,
      pinned_at: at,
      seen: null,
      seen_at: null,
    };
    await this.#knex<Row>(TABLE).insert(row).onConflict('cluster').merge();
  };
}

function identityOf(row: Row): ClusterIdentity {
  return {
    pinned: row.pinned ?? undefined,
    pinnedAt: row.pinned_at ?? undefined,
    seen: row.seen ?? undefined,
    seenAt: row.seen_at ?? undefined,
    version: row.version ?? undefined,
  };
}
