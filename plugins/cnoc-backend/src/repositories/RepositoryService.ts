import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { Diagnostic } from '@cnoc/hedgehog';
import { Knex } from 'knex';
import { AddressPolicy } from '../fabrics/network';
import { DatabaseRepositoryStore } from './DatabaseRepositoryStore';
import { CommitInfo, GitEngine } from './GitEngine';
import { GitError } from './GitError';
import { assertCommitId, repositoryPath } from './gitNames';
import { isLfsPointer } from './lfsPointer';
import {
  readRepositoryDefinitions,
  remoteOf,
  RepositoryDefinition,
} from './RepositoryDefinition';
import { RepositoryHealth, RepositoryStore } from './RepositoryStore';
import { selectFiles } from './selectFiles';
import { sourceLink } from './sourceLink';
import { SystemGitEngine } from './SystemGitEngine';

/** A remote with its health; fit for the API (no token). */
export interface RepositoryStatus {
  name: string;
  url: string;
  branch: string;
  health: RepositoryHealth;
}

export interface RepositoryFile {
  /** From the root of the repository. */
  path: string;
  /** Id of the content: the same id is the same text. */
  oid: string;
  text: Uint8Array;
}

export interface RepositoryContent {
  commit: CommitInfo;
  files: RepositoryFile[];
  /** What was not read and why; `critical` where a resource may be hidden by it. */
  skipped: Diagnostic[];
}

/** The git remotes: their heads, their content at one commit, and whether they answer. */
export class RepositoryService {
  readonly #definitions: ReadonlyMap<string, RepositoryDefinition>;
  readonly #engine: GitEngine;
  readonly #store: RepositoryStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #health = new Map<string, RepositoryHealth>();
  readonly #heads = new Map<string, { at: number; sha: Promise<string> }>();

  private constructor(options: {
    definitions: readonly RepositoryDefinition[];
    engine: GitEngine;
    store: RepositoryStore;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#definitions = new Map(
      options.definitions.map(definition => [definition.name, definition]),
    );
    this.#engine = options.engine;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /**
   * Reads `cnoc.repositories`.
   *
   * @param options - `directory` is a folder for cached repositories; deleting it only costs a fetch
   */
  static fromConfig(options: {
    config: Config;
    database: Knex;
    logger: LoggerService;
    policy: AddressPolicy;
    now: () => Date;
    directory: string;
    engine?: GitEngine;
  }): RepositoryService {
    const { config, database, logger, policy, now, directory } = options;
    return new RepositoryService({
      definitions: readRepositoryDefinitions(config, policy),
      engine: options.engine ?? SystemGitEngine.create({ directory, policy }),
      store: DatabaseRepositoryStore.create(database),
      logger,
      now,
    });
  }

  definitions(): RepositoryDefinition[] {
    return [...this.#definitions.values()];
  }

  async list(): Promise<RepositoryStatus[]> {
    const stored = await this.#store.list();
    return this.definitions().map(({ name, url, branch }) => ({
      name,
      url,
      branch,
      health: this.#health.get(name) ??
        stored.get(name) ?? { state: 'unknown' as const },
    }));
  }

  /**
   * The commit that the repository's branch points to.
   *
   * @param options - `maxAgeMs`: an answer this old will do, so that the fabrics of one repository share one question
   * @throws NotFoundError for an unknown repository, GitError
   */
  async head(
    name: string,
    signal?: AbortSignal,
    options: { maxAgeMs?: number } = {},
  ): Promise<string> {
    const definition = this.#definition(name);
    const known = this.#heads.get(name);
    const now = this.#now().getTime();
    if (known && now - known.at < (options.maxAgeMs ?? 0)) {
      return known.sha;
    }
    const sha = this.#watched(name, () =>
      this.#engine.head(remoteOf(definition), definition.branch, signal),
    );
    const entry = { at: now, sha };
    this.#heads.set(name, entry);
    try {
      return await sha;
    } catch (error) {
      if (this.#heads.get(name) === entry) {
        this.#heads.delete(name);
      }
      throw error;
    }
  }

  /**
   * The files below a path at one commit, all of that commit and of no other (G18).
   *
   * @param include - which paths are worth reading; default all
   * @throws NotFoundError for an unknown repository, InputError for a bad path, GitError
   */
  async read(
    name: string,
    sha: string,
    path: string,
    signal?: AbortSignal,
    include: (path: string) => boolean = () => true,
  ): Promise<RepositoryContent> {
    assertCommitId(sha);
    const definition = this.#definition(name);
    const directory = repositoryPath(path);
    try {
      return await this.#readOnce(definition, sha, directory, signal, include);
    } catch (error) {
      // The cache lost something between two steps and has been removed; from nothing it must work.
      if (error instanceof GitError && error.reason === 'cache') {
        return this.#readOnce(definition, sha, directory, signal, include);
      }
      throw error;
    }
  }

  /** The web page of a commit, a file or a line; undefined where the host's pages are not known. */
  linkTo(
    name: string,
    place: { sha: string; file?: string; line?: number },
  ): string | undefined {
    const definition = this.#definitions.get(name);
    return definition && sourceLink(definition.url, place);
  }

  async #readOnce(
    definition: RepositoryDefinition,
    sha: string,
    path: string,
    signal: AbortSignal | undefined,
    include: (path: string) => boolean,
  ): Promise<RepositoryContent> {
    const remote = remoteOf(definition);
    await this.#watched(definition.name, async () => {
      await this.#engine
        .fetch(remote, sha, signal)
        .catch(async (error: unknown) => {
          // Some hosts hand out only what a branch points to.
          if (error instanceof GitError && error.reason === 'commitMissing') {
            await this.#engine.fetch(remote, definition.branch, signal);
            return;
          }
          throw error;
        });
    });
    const entries = await this.#engine.tree(remote, sha, path, signal);
    const { files, skipped } = selectFiles(entries, include);
    const blobs = await this.#engine.blobs(
      remote,
      [...new Set(files.map(file => file.oid))],
      signal,
    );
    const commit = await this.#engine.commit(remote, sha, signal);
    const url = this.linkTo(definition.name, { sha });
    const read: RepositoryFile[] = [];
    for (const file of files) {
      const text = blobs.get(file.oid)!;
      if (isLfsPointer(text)) {
        skipped.push({
          rule: 'git.lfs',
          severity: 'critical',
          message: 'The file is kept in Git LFS, which CNOC does not read.',
          file: file.path,
          hint: 'Keep resource files in git itself.',
        });
      } else {
        read.push({ path: file.path, oid: file.oid, text });
      }
    }
    return { commit: { ...commit, ...(url && { url }) }, files: read, skipped };
  }

  async #watched<T>(name: string, task: () => Promise<T>): Promise<T> {
    try {
      const result = await task();
      await this.#remember(name, { state: 'reachable' });
      return result;
    } catch (error) {
      const aborted = error instanceof GitError && error.reason === 'aborted';
      if (!aborted && error instanceof Error) {
        await this.#remember(name, {
          state: 'unreachable',
          message: error.message,
        });
      }
      throw error;
    }
  }

  async #remember(name: string, health: RepositoryHealth): Promise<void> {
    const before =
      this.#health.get(name) ??
      (await this.#store.list().catch(() => undefined))?.get(name);
    if (before?.state === health.state && before.message === health.message) {
      this.#health.set(name, before);
      return;
    }
    const since =
      before?.state === health.state && before.since
        ? before.since
        : this.#now();
    const after = { ...health, since };
    this.#health.set(name, after);
    this.#logger[health.state === 'reachable' ? 'info' : 'warn'](
      `Repository ${name} is ${health.state}${
        health.message ? `: ${health.message}` : ''
      }`,
    );
    // Health is a help for people; that it could not be stored must not fail the read.
    await this.#store.save(name, after).catch(error => {
      this.#logger.warn(`Health of repository ${name} could not be stored`, {
        reason: error instanceof Error ? error.name : 'unknown',
      });
    });
  }

  #definition(name: string): RepositoryDefinition {
    const definition = this.#definitions.get(name);
    if (!definition) {
      throw new NotFoundError(
        `There is no repository '${name}' in the configuration.`,
      );
    }
    return definition;
  }
}
