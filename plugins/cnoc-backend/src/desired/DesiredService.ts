import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { FabricDefinition } from '../fabrics/FabricDefinition';
import { Fence, noFence } from '../fabrics/Fence';
import type { ServedShapes } from '../live';
import { RepositoryService } from '../repositories';
import { changeOf } from './changeOf';
import { DatabaseDesiredStore } from './DatabaseDesiredStore';
import { DesiredObject } from './DesiredObject';
import { DesiredReader, failureOf, Reading } from './DesiredReader';
import { DesiredStore, FilePage, FilePosition } from './DesiredStore';
import { FabricMemory } from './FabricMemory';
import { ObjectCache } from './ObjectCache';
import { ResourceParser } from './parsing/ResourceParser';
import { differs, outcomeOf } from './runOf';
import { isSameBranch, sourceOf } from './sourceOf';
import { StoredSyncRun, SyncRun } from './SyncRun';

/** Two fabrics of one repository that poll within this time ask the remote once. */
const sharedHeadMs = 2_000;

interface SyncOptions {
  signal?: AbortSignal;
  fence: Fence;
  maxAgeMs: number;
}

/** Where a resource stands in git, with its document byte for byte. */
export interface ResourceText {
  file: string;
  line: number;
  commit: string;
  text: string;
}

/** What git wants: reads a fabric's commit into resources and keeps those of the last commit that was whole. */
export class DesiredService {
  readonly #store: DesiredStore;
  readonly #repositories: RepositoryService;
  readonly #reader: DesiredReader;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #servedBy: (fabric: FabricDefinition) => ServedShapes | undefined;
  readonly #cache: ObjectCache;
  readonly #memory = new Map<string, FabricMemory>();

  private constructor(options: {
    store: DesiredStore;
    repositories: RepositoryService;
    reader: DesiredReader;
    logger: LoggerService;
    now: () => Date;
    servedBy?: (fabric: FabricDefinition) => ServedShapes | undefined;
  }) {
    this.#store = options.store;
    this.#repositories = options.repositories;
    this.#reader = options.reader;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#cache = new ObjectCache(fabric => this.#store.objects(fabric));
    this.#servedBy = options.servedBy ?? (() => undefined);
  }

  /** @param options - `servedBy`: shapes that the fabric's cluster serves in place of the built-in ones, where they differ */
  static create(options: {
    database: Knex;
    repositories: RepositoryService;
    parser: ResourceParser;
    logger: LoggerService;
    now: () => Date;
    servedBy?: (fabric: FabricDefinition) => ServedShapes | undefined;
  }): DesiredService {
    const { database, parser, ...rest } = options;
    return new DesiredService({
      store: DatabaseDesiredStore.create(database),
      reader: DesiredReader.create({ ...rest, parser }),
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
    const options = { signal, fence, maxAgeMs: sharedHeadMs };
    const { changed } = await this.#sync(fabric, options);
    return { changed };
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
    const { run } = await this.#sync(fabric, { ...options, maxAgeMs: 0 });
    return run;
  }

  /** The last run; state `never` before the first. */
  async lastRun(fabric: string): Promise<SyncRun> {
    return (
      (await this.#store.lastRun(fabric)) ?? { state: 'never', diagnostics: [] }
    );
  }

  /** Runs, newest first. @param options - `before`: id of a run; only older ones */
  async syncs(
    fabric: string,
    options: { limit: number; before?: number },
  ): Promise<StoredSyncRun[]> {
    return this.#store.runs(fabric, options);
  }

  /** The files of the last good commit, sorted by path. */
  async files(
    fabric: string,
    options: { limit: number; after?: FilePosition },
  ): Promise<FilePage> {
    return this.#store.files(fabric, options);
  }

  async fileCount(fabric: string): Promise<number> {
    return this.#store.fileCount(fabric);
  }

  /** The resources of the last good commit, sorted by kind and name. Shared: do not change them. */
  async objects(fabric: string): Promise<DesiredObject[]> {
    const run = await this.#store.lastRun(fabric);
    return run ? this.#cache.at(fabric, run.id) : [];
  }

  async get(
    fabric: string,
    kind: string,
    name: string,
  ): Promise<DesiredObject | undefined> {
    return this.#store.get(fabric, kind, name);
  }

  /**
   * The document of a resource at the last good commit.
   *
   * @throws NotFoundError when git has no such resource, GitError
   */
  async source(
    fabric: FabricDefinition,
    kind: string,
    name: string,
    signal?: AbortSignal,
  ): Promise<ResourceText> {
    const [run, desired] = await Promise.all([
      this.#store.lastRun(fabric.name),
      this.#store.get(fabric.name, kind, name),
    ]);
    if (!run?.commit || !desired) {
      throw new NotFoundError(`Git has no ${kind} '${name}' in this fabric`);
    }
    const commit = run.commit.sha;
    const text = await this.#reader.document(fabric, commit, desired, signal);
    if (text === undefined) {
      throw new NotFoundError(`Git has no ${kind} '${name}' in this fabric`);
    }
    const { file, line } = desired;
    return { file, line, commit, text };
  }

  /**
   * The text of a file below the fabric's path, byte for byte.
   *
   * @param sha - default the last good commit
   * @throws NotFoundError when there is no such file, GitError
   */
  async fileText(
    fabric: FabricDefinition,
    path: string,
    sha?: string,
    signal?: AbortSignal,
  ): Promise<string> {
    const commit =
      sha ?? (await this.#store.lastRun(fabric.name))?.commit?.sha ?? '';
    const text = commit
      ? (await this.#reader.texts(fabric, commit, new Set([path]), signal)).get(
          path,
        )
      : undefined;
    if (!text) throw new NotFoundError(`The commit has no file '${path}'`);
    return Buffer.from(text).toString('utf8');
  }

  async #sync(
    fabric: FabricDefinition,
    options: SyncOptions,
  ): Promise<{ run: SyncRun; changed: boolean }> {
    const { signal, fence } = options;
    const before = await this.#store.lastRun(fabric.name);
    const head = await this.#head(fabric, options);
    const source = this.#sourceOf(fabric);
    const served = this.#servedBy(fabric);
    signal?.throwIfAborted();
    if (
      head.sha &&
      before?.settled &&
      before.source === source &&
      before.attemptedCommit === head.sha &&
      !this.#hasOtherShapes(fabric.name, served)
    ) {
      return { run: before, changed: false };
    }
    const memory = await this.#remembered(fabric.name, before, source);
    const reading =
      head.failure ??
      (await this.#reader.read(
        fabric,
        head.sha,
        {
          known: memory.known,
          objects: async () =>
            before ? this.#cache.at(fabric.name, before.id) : [],
          found: memory.foundWith(served),
          diagnostics: before?.state === 'synced' ? before.diagnostics : [],
          served,
        },
        signal,
      ));
    signal?.throwIfAborted();
    const change =
      reading.state === 'synced'
        ? changeOf(reading.files, memory.index, before?.id)
        : undefined;
    const run: Omit<StoredSyncRun, 'id'> = {
      ...outcomeOf(reading, before, change),
      attemptedCommit: head.sha,
      at: this.#now(),
      source,
    };
    if (await this.#isRewritten(fabric, before, run, reading, signal)) {
      run.rewritten = true;
    }
    const changed = differs(before, run);
    // A remote that is down would otherwise add the same row at each poll.
    if (changed || before?.source !== source) {
      const saved = await this.#store.save(fabric.name, run, change, fence);
      await this.#cache.follow(
        fabric.name,
        { from: before?.id, to: saved },
        change,
      );
      memory.run = saved;
      this.#log(fabric.name, run);
    }
    if (reading.state === 'synced') {
      memory.keep(reading.files, reading.found, served);
    } else {
      memory.attempt(reading.files);
    }
    this.#memory.set(fabric.name, memory);
    return { run, changed };
  }

  async #head(
    fabric: FabricDefinition,
    { signal, maxAgeMs }: SyncOptions,
  ): Promise<
    | { sha: string; failure?: undefined }
    | { sha?: undefined; failure: Reading & { state: 'failed' } }
  > {
    try {
      const sha = await this.#repositories.head(fabric.repository, signal, {
        maxAgeMs,
      });
      return { sha };
    } catch (error) {
      signal?.throwIfAborted();
      return { failure: failureOf(error) };
    }
  }

  /** Whether the commit seen before is not among the ancestors of the new one (G11). What cannot be told is not said. */
  async #isRewritten(
    { repository }: FabricDefinition,
    before: StoredSyncRun | undefined,
    run: { source: string; attemptedCommit?: string },
    reading: Reading,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const old = before?.settled ? before.attemptedCommit : before?.commit?.sha;
    const sha = run.attemptedCommit;
    if (!before || !isSameBranch(before.source, run.source)) return false;
    if (!sha || !old || sha === old) return false;
    const parents =
      reading.state === 'synced' ? reading.commit.parents ?? [] : [];
    if (parents.includes(old)) return false;
    try {
      return (
        (await this.#repositories.isAncestor(repository, old, sha, signal)) ===
        false
      );
    } catch {
      signal?.throwIfAborted();
      return false;
    }
  }

  /** Whether the cluster serves other shapes than those the last check was made with, as far as this process knows. */
  #hasOtherShapes(fabric: string, served: ServedShapes | undefined): boolean {
    if (!served) return false;
    const memory = this.#memory.get(fabric);
    return !memory?.foundWith(served);
  }

  async #remembered(
    fabric: string,
    before: StoredSyncRun | undefined,
    source: string,
  ): Promise<FabricMemory> {
    const memory = this.#memory.get(fabric);
    if (memory && memory.run === before?.id && memory.source === source) {
      return memory;
    }
    const index = before && (await this.#store.index(fabric));
    // Rows that another reader made are compared, and not believed.
    return before?.source === source
      ? new FabricMemory(before.id, source, index)
      : FabricMemory.distrusting(before?.id, source, index);
  }

  #sourceOf(fabric: FabricDefinition): string {
    return sourceOf(
      fabric,
      this.#repositories
        .definitions()
        .find(({ name }) => name === fabric.repository),
    );
  }

  #log(fabric: string, run: Omit<StoredSyncRun, 'id'>): void {
    const { attemptedCommit, changed: did } = run;
    this.#logger.info(
      `Fabric ${fabric}: git ${run.state}${
        attemptedCommit ? ` at ${attemptedCommit.slice(0, 12)}` : ''
      }${
        did
          ? `, ${did.files} files read, ${did.written} resources written, ${did.removed} removed`
          : ''
      }${run.rewritten ? '; its history was rewritten' : ''}`,
    );
  }
}
