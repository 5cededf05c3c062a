import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Knex } from 'knex';
import { Fence } from '../fabrics/Fence';
import { byKindAndName, DesiredObject } from './DesiredObject';
import { DesiredStore, SavedRun } from './DesiredStore';
import { StoredSyncRun } from './SyncRun';

interface RunRow {
  id: number;
  fabric: string;
  state: StoredSyncRun['state'];
  at: string;
  commit: string | null;
  attempted_commit: string | null;
  settled: boolean | number;
  source: string;
  message: string | null;
  diagnostics: string;
}

interface ResourceRow {
  fabric: string;
  kind: string;
  name: string;
  file: string;
  line: number;
  hash: string;
  digest: string;
  object: string;
  canonical: string;
}

const runsKept = 50;
/** SQLite allows 999 variables in a statement of old builds; a row has nine. */
const rowsPerStatement = 100;

function rowOf(fabric: string, desired: DesiredObject): ResourceRow {
  const object = JSON.stringify(desired.object);
  const canonical = JSON.stringify(desired.canonical);
  const { kind, name, file, line, hash } = desired;
  const digest = createHash('sha256')
    .update(`${file}\n${line}\n${object}\n${canonical}`)
    .digest('hex');
  return { fabric, kind, name, file, line, hash, digest, object, canonical };
}

function desiredOf(row: ResourceRow): DesiredObject {
  const { kind, name, file, line, hash } = row;
  return {
    kind,
    name,
    file,
    line,
    hash,
    object: JSON.parse(row.object),
    canonical: JSON.parse(row.canonical),
  };
}

function runOf(row: RunRow): StoredSyncRun {
  return {
    id: row.id,
    state: row.state,
    at: new Date(row.at),
    settled: Boolean(row.settled),
    source: row.source,
    diagnostics: JSON.parse(row.diagnostics),
    ...(row.commit && { commit: JSON.parse(row.commit) }),
    ...(row.attempted_commit && { attemptedCommit: row.attempted_commit }),
    ...(row.message && { message: row.message }),
  };
}

export class DatabaseDesiredStore implements DesiredStore {
  readonly #database: Knex;

  private constructor(database: Knex) {
    this.#database = database;
  }

  static create(database: Knex): DatabaseDesiredStore {
    return new DatabaseDesiredStore(database);
  }

  async lastRun(fabric: string): Promise<StoredSyncRun | undefined> {
    const row = await this.#database<RunRow>('sync_runs')
      .where({ fabric })
      .orderBy('id', 'desc')
      .first();
    return row && runOf(row);
  }

  async objects(fabric: string): Promise<DesiredObject[]> {
    const rows = await this.#database<ResourceRow>('desired_resources').where({
      fabric,
    });
    const objects: DesiredObject[] = [];
    for (const [index, row] of rows.entries()) {
      if (index % 200 === 0) {
        await nextTurn();
      }
      objects.push(desiredOf(row));
    }
    // Not by the database, whose collation is its own.
    return objects.sort(byKindAndName);
  }

  async get(
    fabric: string,
    kind: string,
    name: string,
  ): Promise<DesiredObject | undefined> {
    const row = await this.#database<ResourceRow>('desired_resources')
      .where({ fabric, kind, name })
      .first();
    return row && desiredOf(row);
  }

  async save(
    fabric: string,
    run: Omit<StoredSyncRun, 'id'>,
    objects: readonly DesiredObject[] | undefined,
    fence: Fence,
  ): Promise<SavedRun> {
    return this.#database.transaction(async tx => {
      await fence.assertHeld(tx);
      const changes = objects
        ? await this.#replace(tx, fabric, objects)
        : { written: 0, removed: 0 };
      const [{ id }] = await tx<RunRow>('sync_runs')
        .insert({
          fabric,
          state: run.state,
          at: (run.at ?? new Date(0)).toISOString(),
          commit: run.commit ? JSON.stringify(run.commit) : null,
          attempted_commit: run.attemptedCommit ?? null,
          settled: run.settled,
          source: run.source,
          message: run.message ?? null,
          diagnostics: JSON.stringify(run.diagnostics),
        })
        .returning('id');
      const oldest = await tx<RunRow>('sync_runs')
        .where({ fabric })
        .orderBy('id', 'desc')
        .offset(runsKept)
        .first('id');
      if (oldest) {
        await tx<RunRow>('sync_runs')
          .where({ fabric })
          .andWhere('id', '<=', oldest.id)
          .delete();
      }
      return { run: id, ...changes };
    });
  }

  async #replace(
    tx: Knex.Transaction,
    fabric: string,
    objects: readonly DesiredObject[],
  ): Promise<Omit<SavedRun, 'run'>> {
    const stored = await tx<ResourceRow>('desired_resources')
      .where({ fabric })
      .select('kind', 'name', 'digest');
    const digests = new Map(
      stored.map(row => [`${row.kind}/${row.name}`, row.digest]),
    );
    const changed: ResourceRow[] = [];
    for (const [index, desired] of objects.entries()) {
      if (index % 200 === 0) {
        await nextTurn();
      }
      const row = rowOf(fabric, desired);
      const key = `${row.kind}/${row.name}`;
      if (digests.get(key) !== row.digest) {
        changed.push(row);
      }
      digests.delete(key);
    }
    for (let start = 0; start < changed.length; start += rowsPerStatement) {
      await tx<ResourceRow>('desired_resources')
        .insert(changed.slice(start, start + rowsPerStatement))
        .onConflict(['fabric', 'kind', 'name'])
        .merge();
    }
    const gone = [...digests.keys()].map(key => {
      const slash = key.indexOf('/');
      return [key.slice(0, slash), key.slice(slash + 1)];
    });
    for (let start = 0; start < gone.length; start += rowsPerStatement) {
      await tx<ResourceRow>('desired_resources')
        .where({ fabric })
        .whereIn(['kind', 'name'], gone.slice(start, start + rowsPerStatement))
        .delete();
    }
    return { written: changed.length, removed: gone.length };
  }
}
