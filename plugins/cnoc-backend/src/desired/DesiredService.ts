import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { FabricDefinition } from '../fabrics/FabricDefinition';
import { Fence, noFence } from '../fabrics/Fence';
import { CommitInfo, GitError, RepositoryService } from '../repositories';
import { DatabaseDesiredStore } from './DatabaseDesiredStore';
import { byKindAndName, DesiredObject } from './DesiredObject';
import { DesiredStore } from './DesiredStore';
import { FileReadings, isResourceFile, parseDesired } from './parseDesired';
import { StoredSyncRun, SyncRun } from './SyncRun';

/** Two fabrics of one repository that poll within this time ask the remote once. */
const sharedHeadMs = 2_000;

interface Cached {
  run: number;
  objects: Promise<DesiredObject[]>;
}

type Outcome = Omit<StoredSyncRun, 'id' | 'at' | 'source'> & {
  objects?: DesiredObject[];
};

/** What git wants: reads a fabric's commit into resources and keeps those of the last commit that was whole. */
export class DesiredService {
  readonly #store: DesiredStore;
  readonly #repositories: RepositoryService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #cache = new Map<string, Cached>();
  /** By fabric: what the files of its last commit said. */
  readonly #readings = new Map<
    string,
    { source: string; readings: FileReadings }
  >();
  /** Fabrics that this process has read: an upgrade may have changed what the same commit means. */
  readonly #readHere = new Set<string>();

  private constructor(options: {
    store: DesiredStore;
    repositories: RepositoryService;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#repositories = options.repositories;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  static create(options: {
    database: Knex;
    repositories: RepositoryService;
    logger: LoggerService;
    now: () => Date;
  }): DesiredService {
    const { database, ...rest } = options;
    return new DesiredService({
      store: DatabaseDesiredStore.create(database),
      ...rest,
    });
  }

  /**
   * Asks the remote where the branch is, and reads the fabric when that has moved or the last attempt may succeed now.
   *
   * @returns whether a run was recorded whose outcome differs from the one before
   */
  async poll(
    fabric: FabricDefinition,
    signal?: AbortSignal,
    fence: Fence = noFence,
  ): Promise<{ changed: boolean }> {
    const before = await this.#store.lastRun(fabric.name);
    const known = before?.settled && before.source === sourceOf(fabric);
    if (known && this.#readHere.has(fabric.name)) {
      const head = await this.#repositories
        .head(fabric.repository, signal, { maxAgeMs: sharedHeadMs })
        .catch(() => undefined);
      if (head === before.attemptedCommit) {
        return { changed: false };
      }
    }
    const after = await this.#sync(fabric, before, {
      signal,
      fence,
      maxAgeMs: sharedHeadMs,
    });
    return { changed: differs(before, after) };
  }

  /**
   * Reads the fabric from git now. What goes wrong with git or with the content is the run's outcome, not an exception.
   *
   * @throws ConflictError when the fence is lost; the signal's abort
   */
  async sync(
    fabric: FabricDefinition,
    options: { signal?: AbortSignal; fence: Fence },
  ): Promise<SyncRun> {
    const before = await this.#store.lastRun(fabric.name);
    return this.#sync(fabric, before, { ...options, maxAgeMs: 0 });
  }

  /** The last run; state `never` before the first. */
  async lastRun(fabric: string): Promise<SyncRun> {
    return (
      (await this.#store.lastRun(fabric)) ?? { state: 'never', diagnostics: [] }
    );
  }

  /** The resources of the last good commit, sorted by kind and name. Shared: do not change them. */
  async objects(fabric: string): Promise<DesiredObject[]> {
    const run = await this.#store.lastRun(fabric);
    if (!run) {
      return [];
    }
    const cached = this.#cache.get(fabric);
    if (cached?.run === run.id) {
      return cached.objects;
    }
    const objects = this.#store.objects(fabric);
    const entry = { run: run.id, objects };
    this.#cache.set(fabric, entry);
    try {
      return await objects;
    } catch (error) {
      if (this.#cache.get(fabric) === entry) {
        this.#cache.delete(fabric);
      }
      throw error;
    }
  }

  async get(
    fabric: string,
    kind: string,
    name: string,
  ): Promise<DesiredObject | undefined> {
    return this.#store.get(fabric, kind, name);
  }

  async #sync(
    fabric: FabricDefinition,
    before: StoredSyncRun | undefined,
    options: { signal?: AbortSignal; fence: Fence; maxAgeMs: number },
  ): Promise<SyncRun> {
    const { objects, ...outcome } = await this.#read(fabric, before, options);
    options.signal?.throwIfAborted();
    const run = {
      ...outcome,
      at: this.#now(),
      source: sourceOf(fabric),
    };
    // A remote that is down would otherwise add the same row at each poll.
    if (objects || differs(before, run) || before?.source !== run.source) {
      const saved = await this.#store.save(
        fabric.name,
        run,
        objects,
        options.fence,
      );
      this.#keep(fabric.name, before?.id, saved.run, objects);
      this.#logger.info(
        `Fabric ${fabric.name}: git ${run.state}${
          run.attemptedCommit ? ` at ${run.attemptedCommit.slice(0, 12)}` : ''
        }, ${saved.written} resources written, ${saved.removed} removed`,
      );
    }
    if (run.settled) {
      this.#readHere.add(fabric.name);
    }
    const { settled: _settled, source: _source, ...publicRun } = run;
    return publicRun;
  }

  /** What was just written need not be read back; a run that failed left the rows as they were. */
  #keep(
    fabric: string,
    before: number | undefined,
    run: number,
    objects: DesiredObject[] | undefined,
  ): void {
    const cached = this.#cache.get(fabric);
    if (objects) {
      const sorted = [...objects].sort(byKindAndName);
      this.#cache.set(fabric, { run, objects: Promise.resolve(sorted) });
    } else if (cached && cached.run === before) {
      this.#cache.set(fabric, { run, objects: cached.objects });
    }
  }

  async #read(
    fabric: FabricDefinition,
    before: StoredSyncRun | undefined,
    options: { signal?: AbortSignal; maxAgeMs: number },
  ): Promise<Outcome> {
    const { signal, maxAgeMs } = options;
    const good: { commit?: CommitInfo } = before?.commit
      ? { commit: before.commit }
      : {};
    let sha: string | undefined;
    try {
      sha = await this.#repositories.head(fabric.repository, signal, {
        maxAgeMs,
      });
      const content = await this.#repositories.read(
        fabric.repository,
        sha,
        fabric.path,
        signal,
        isResourceFile,
      );
      const source = sourceOf(fabric);
      const earlier = this.#readings.get(fabric.name);
      const parsed = await parseDesired(content, {
        namespace: fabric.namespace,
        known: earlier?.source === source ? earlier.readings : undefined,
      });
      this.#readings.set(fabric.name, { source, readings: parsed.readings });
      if (parsed.refusal) {
        return {
          state: 'failed',
          ...good,
          attemptedCommit: sha,
          message: parsed.refusal,
          diagnostics: parsed.diagnostics,
          settled: true,
        };
      }
      return {
        state: 'synced',
        commit: content.commit,
        attemptedCommit: sha,
        diagnostics: parsed.diagnostics,
        objects: parsed.objects,
        settled: true,
      };
    } catch (error) {
      signal?.throwIfAborted();
      return {
        state: 'failed',
        ...good,
        ...(sha && { attemptedCommit: sha }),
        message: messageOf(error),
        diagnostics: [],
        settled: error instanceof GitError && error.reason === 'pathMissing',
      };
    }
  }
}

function sourceOf(fabric: FabricDefinition): string {
  return JSON.stringify([fabric.repository, fabric.path, fabric.namespace]);
}

/** Only messages that were written for people pass; anything else could name a path or an inner address. */
function messageOf(error: unknown): string {
  const speaking = [
    'GitError',
    'NotAllowedError',
    'NotFoundError',
    'InputError',
  ];
  return error instanceof Error && speaking.includes(error.name)
    ? error.message
    : 'The repository could not be read because of an error inside CNOC.';
}

function differs(before: SyncRun | undefined, after: SyncRun): boolean {
  return (
    before?.state !== after.state ||
    before.commit?.sha !== after.commit?.sha ||
    before.attemptedCommit !== after.attemptedCommit ||
    before.message !== after.message ||
    JSON.stringify(before.diagnostics) !== JSON.stringify(after.diagnostics)
  );
}
