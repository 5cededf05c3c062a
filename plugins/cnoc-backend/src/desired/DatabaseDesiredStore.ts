import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { Fence } from '../fabrics/Fence';
import { byKindAndName, DesiredObject } from './DesiredObject';
import {
  DesiredChange,
  DesiredIndex,
  DesiredStore,
  FilePage,
  FilePosition,
} from './DesiredStore';
import { KnownFile, KnownResource } from './KnownFile';
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
  files_read: number | null;
  written: number | null;
  removed: number | null;
  rewritten: boolean | number | null;
}

interface FileRow {
  fabric: string;
  digest: string;
  path: string;
  oid: string;
  notes: string;
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
/** SQLite allows 999 variables in a statement of old builds; a row has nine at most. */
const rowsPerStatement = 100;

function digestOf(path: string): string {
  return createHash('sha256').update(path).digest('hex');
}

function* slicesOf<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += rowsPerStatement) {
    yield all.slice(start, start + rowsPerStatement);
  }
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
    ...(row.rewritten && { rewritten: true }),
    ...(row.files_read !== null && {
      changed: {
        files: row.files_read,
        written: row.written ?? 0,
        removed: row.removed ?? 0,
      },
    }),
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

  async runs(
    fabric: string,
    options: { limit: number; before?: number },
  ): Promise<StoredSyncRun[]> {
    const { limit, before } = options;
    const rows = await this.#database<RunRow>('sync_runs')
      .where({ fabric })
      .modify(query => before !== undefined && query.where('id', '<', before))
      .orderBy('id', 'desc')
      .limit(limit);
    return rows.map(runOf);
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

  async index(fabric: string): Promise<DesiredIndex> {
    const resources = await this.#database<ResourceRow>('desired_resources')
      .where({ fabric })
      .select('kind', 'name', 'file', 'line', 'hash', 'digest')
      // In the order of documents, as a file's reading has them
      .orderBy('line');
    const rows = await this.#database<FileRow>('desired_files')
      .where({ fabric })
      .select('path', 'oid', 'notes');
    const inFile = new Map<string, KnownResource[]>();
    for (const { file, ...resource } of resources) {
      const list = inFile.get(file);
      if (list) list.push(resource);
      else inFile.set(file, [resource]);
    }
    const files = rows.map(
      ({ path, oid, notes }): KnownFile => ({
        path,
        oid,
        fatal: [],
        notes: JSON.parse(notes),
        resources: inFile.get(path) ?? [],
      }),
    );
    return { files, resources };
  }

  async files(
    fabric: string,
    options: { limit: number; after?: FilePosition },
  ): Promise<FilePage> {
    const { limit, after } = options;
    const paths = await this.#database<FileRow>('desired_files')
      .where({ fabric })
      .pluck('path');
    // Not by the database, whose collation is its own.
    paths.sort();
    const last = after
      ? paths.findIndex(path => digestOf(path) === after.digest)
      : -1;
    // A file that is gone has left its place to the next one.
    const start = last < 0 ? after?.index ?? 0 : last + 1;
    const page = paths.slice(start, start + limit);
    const inFile = new Map(
      page.map(path => [path, [] as { kind: string; name: string }[]]),
    );
    for (const some of slicesOf(page)) {
      const rows = await this.#database<ResourceRow>('desired_resources')
        .where({ fabric })
        .whereIn('file', some)
        .select('kind', 'name', 'file')
        .orderBy('line');
      for (const { file, ...resource } of rows) {
        inFile.get(file)?.push(resource);
      }
    }
    const end = start + page.length;
    return {
      files: page.map(path => ({ path, resources: inFile.get(path)! })),
      total: paths.length,
      ...(end < paths.length && {
        next: { index: end - 1, digest: digestOf(paths[end - 1]) },
      }),
    };
  }

  async fileCount(fabric: string): Promise<number> {
    const [{ count }] = await this.#database('desired_files')
      .where({ fabric })
      .count({ count: '*' });
    return Number(count);
  }

  async save(
    fabric: string,
    run: Omit<StoredSyncRun, 'id'>,
    change: DesiredChange | undefined,
    fence: Fence,
  ): Promise<number> {
    return this.#database.transaction(async tx => {
      await fence.assertHeld(tx);
      if (change) {
        await this.#assertBase(tx, fabric, change.base);
        await this.#change(tx, fabric, change);
      }
      const [{ id }] = await tx<RunRow>('sync_runs')
        .insert({
          fabric,
          state: run.state,
          at: run.at.toISOString(),
          commit: run.commit ? JSON.stringify(run.commit) : null,
          attempted_commit: run.attemptedCommit ?? null,
          settled: run.settled,
          source: run.source,
          message: run.message ?? null,
          diagnostics: JSON.stringify(run.diagnostics),
          files_read: run.changed?.files ?? null,
          written: run.changed?.written ?? null,
          removed: run.changed?.removed ?? null,
          rewritten: run.rewritten ?? null,
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
      return id;
    });
  }

  /** Changes that start from other rows than there are would mix two commits (G18). */
  async #assertBase(
    tx: Knex.Transaction,
    fabric: string,
    base: number | undefined,
  ): Promise<void> {
    const last = await tx<RunRow>('sync_runs')
      .where({ fabric })
      .orderBy('id', 'desc')
      .first('id');
    if (last?.id !== base) {
      throw new ConflictError(
        'Another replica has read this fabric from git meanwhile.',
      );
    }
  }

  async #change(
    tx: Knex.Transaction,
    fabric: string,
    { resources, files }: DesiredChange,
  ): Promise<void> {
    for (const gone of slicesOf(resources.remove)) {
      await tx<ResourceRow>('desired_resources')
        .where({ fabric })
        .whereIn(
          ['kind', 'name'],
          gone.map(({ kind, name }) => [kind, name]),
        )
        .delete();
    }
    for (const some of slicesOf(resources.put)) {
      // SQLite answers without ever giving way to a request.
      await nextTurn();
      await tx<ResourceRow>('desired_resources')
        .insert(some.map(row => ({ fabric, ...row })))
        .onConflict(['fabric', 'kind', 'name'])
        .merge();
    }
    for (const gone of slicesOf(files.remove)) {
      await tx<FileRow>('desired_files')
        .where({ fabric })
        .whereIn('digest', gone.map(digestOf))
        .delete();
    }
    for (const some of slicesOf(files.put)) {
      await nextTurn();
      await tx<FileRow>('desired_files')
        .insert(
          some.map(({ path, oid, notes }) => ({
            fabric,
            digest: digestOf(path),
            path,
            oid,
            notes: JSON.stringify(notes),
          })),
        )
        .onConflict(['fabric', 'digest'])
        .merge();
    }
  }
}
