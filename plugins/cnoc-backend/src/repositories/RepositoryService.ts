import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Knex } from 'knex';
import {
  CredentialService,
  DatabaseCredentialStore,
  Vault,
} from '../credentials';
import { AddressPolicy } from '../fabrics/network';
import { DatabaseRegistrationStore } from './DatabaseRegistrationStore';
import { DatabaseRepositoryStore } from './DatabaseRepositoryStore';
import type {
  CommitInfo,
  GitBranch,
  GitChange,
  GitEngine,
  GitRemote,
  SignedCommit,
} from './git/GitEngine';
import { GitError } from './git/GitError';
import { assertCommitId, repositoryPath } from './git/gitNames';
import { HealthKeeper } from './HealthKeeper';
import { HostKeys } from './HostKeys';
import {
  fetchCommit,
  readContent,
  ReadOptions,
  RepositoryContent,
} from './readContent';
import { RemoteAuth } from './RemoteAuth';
import type { RepositoryDefinition } from './RepositoryDefinition';
import { RepositoryRegistry } from './RepositoryRegistry';
import type { RepositoryObservation, RepositoryStore } from './RepositoryStore';
import { sourceLink } from './sourceLink';

/** A remote with what was seen of it; holds no secret. */
export interface RepositoryStatus extends RepositoryObservation {
  definition: RepositoryDefinition;
}

const unseen: RepositoryObservation = { health: { state: 'unknown' } };

type PushListener = (name: string, branch?: string) => void;
type Use = Parameters<RemoteAuth['of']>[1];

/** The git remotes: their heads, their content at one commit, and whether they answer. */
export class RepositoryService {
  readonly registry: RepositoryRegistry;
  readonly auth: RemoteAuth;
  readonly hostKeys: HostKeys;
  readonly #engine: GitEngine;
  readonly #store: RepositoryStore;
  readonly #health: HealthKeeper;
  readonly #now: () => Date;
  readonly #heads = new Map<
    string,
    { at: number; etag: string; sha: Promise<string> }
  >();
  readonly #listeners = new Set<PushListener>();

  private constructor(options: RepositoryServiceOptions) {
    const { engine, store, now } = options;
    this.registry = options.registry;
    this.auth = options.auth;
    this.hostKeys = HostKeys.create({ engine, store, now });
    this.#engine = engine;
    this.#store = store;
    this.#health = HealthKeeper.create(options);
    this.#now = now;
  }

  static create(options: RepositoryServiceOptions): RepositoryService {
    return new RepositoryService(options);
  }

  /**
   * Reads `cnoc.repositories` and the portal's `integrations`.
   */
  static fromConfig(options: {
    config: Config;
    database: Knex;
    logger: LoggerService;
    policy: AddressPolicy;
    now: () => Date;
    auditor: AuditorService;
    vault?: Vault;
    credentials?: CredentialService;
    engine: GitEngine;
  }): RepositoryService {
    const { config, database } = options;
    const vault = options.vault ?? Vault.fromConfig(config);
    const credentials =
      options.credentials ??
      CredentialService.create({
        ...options,
        vault,
        store: DatabaseCredentialStore.create({ database }),
      });
    const registry = RepositoryRegistry.fromConfig({
      ...options,
      vault,
      credentials,
      store: DatabaseRegistrationStore.create({ database }),
    });
    return RepositoryService.create({
      ...options,
      registry,
      auth: RemoteAuth.fromConfig({
        config,
        credentials,
        secretsOf: name => registry.secretsOf(name),
      }),
      store: DatabaseRepositoryStore.create(database),
    });
  }

  /** As last read; for what cannot wait. */
  definitions(): RepositoryDefinition[] {
    return this.registry.definitions();
  }

  /** Sorted by name. */
  async list(): Promise<RepositoryStatus[]> {
    const [definitions, seen] = await Promise.all([
      this.registry.all(),
      this.#store.list(),
    ]);
    return definitions.map(definition => ({
      ...(seen.get(definition.name) ?? unseen),
      definition,
    }));
  }

  /** @throws NotFoundError */
  async get(name: string): Promise<RepositoryStatus> {
    const definition = await this.registry.get(name, { fresh: true });
    return { ...((await this.#store.get(name)) ?? unseen), definition };
  }

  /** How the remote's health changed, newest first; at most 50. */
  history(name: string) {
    return this.#store.history(name);
  }

  /**
   * The commit that the repository's branch points to.
   *
   * @param options - `maxAgeMs`: an answer this old will do, so that the fabrics of one repository share one question
   * @throws NotFoundError for an unknown repository, CredentialError, GitError
   */
  async head(
    name: string,
    signal?: AbortSignal,
    options: { maxAgeMs?: number } = {},
  ): Promise<string> {
    const maxAgeMs = options.maxAgeMs ?? 0;
    // Who wants the newest head wants it where the repository is now
    const definition = await this.registry.get(name, { fresh: maxAgeMs === 0 });
    const { etag, branch } = definition;
    const known = this.#heads.get(name);
    const now = this.#now().getTime();
    if (known?.etag === etag && now - known.at < maxAgeMs) return known.sha;
    const sha = this.#health.watch(name, async () => {
      const remote = await this.#remote(definition, { action: 'read' }, signal);
      return this.hostKeys.watch(definition, () =>
        this.#engine.head(remote, branch, signal),
      );
    });
    const entry = { at: now, etag, sha };
    this.#heads.set(name, entry);
    try {
      const found = await sha;
      await this.#health.sawHead(name, this.#linked(definition, found));
      return found;
    } catch (error) {
      if (this.#heads.get(name) === entry) this.#heads.delete(name);
      throw error;
    }
  }

  /**
   * The files below a path at one commit, all of that commit and of no other (G18).
   *
   * @throws NotFoundError for an unknown repository, InputError for a bad path, CredentialError, GitError
   */
  async read(
    name: string,
    sha: string,
    path: string,
    options: ReadOptions = {},
  ): Promise<RepositoryContent> {
    assertCommitId(sha);
    const definition = await this.registry.get(name);
    const place = { sha, path: repositoryPath(path) };
    try {
      return await this.#readOnce(definition, place, options);
    } catch (error) {
      // The cache lost something between two steps and has been removed; from nothing it must work.
      if (error instanceof GitError && error.reason === 'cache') {
        return this.#readOnce(definition, place, options);
      }
      throw error;
    }
  }

  /** The remote's branches, at most 1,000. @throws like {@link RepositoryService.head} */
  async branches(name: string, signal?: AbortSignal): Promise<GitBranch[]> {
    const definition = await this.registry.get(name);
    return this.#health.watch(name, async () => {
      const remote = await this.#remote(definition, { action: 'read' }, signal);
      return this.hostKeys.watch(definition, () =>
        this.#engine.branches(remote, signal),
      );
    });
  }

  /**
   * Whether a commit is an ancestor of another; undefined where the remote does not let that be told cheaply.
   */
  async isAncestor(
    name: string,
    old: string,
    sha: string,
    signal?: AbortSignal,
  ): Promise<boolean | undefined> {
    const definition = await this.registry.get(name);
    const remote = await this.#remote(definition, { action: 'read' }, signal);
    return this.#engine.isAncestor?.(remote, old, sha, signal);
  }

  /** A commit that was read before, as it was signed. */
  async signature(
    name: string,
    sha: string,
    signal?: AbortSignal,
  ): Promise<SignedCommit> {
    const definition = await this.registry.get(name);
    const remote = await this.#remote(definition, { action: 'read' }, signal);
    return this.#engine.signature(remote, sha, signal);
  }

  /**
   * Makes one commit and puts it on a branch of the remote; whoever reads that branch is told.
   *
   * @param options - `token` of the person herself, where she has one; else the repository's own secret signs in
   * @throws GitError `moved` when the branch is not where the change believes it to be: then nothing is written
   */
  async push(
    name: string,
    change: GitChange,
    options: { actor: string; token?: string; signal?: AbortSignal },
  ): Promise<CommitInfo> {
    const { actor, token, signal } = options;
    const definition = await this.registry.get(name, { fresh: true });
    const remote = token
      ? await this.#pinned(definition, {
          ...this.#plainRemote(definition),
          auth: this.auth.fitted(definition, { type: 'token', secret: token }),
        })
      : await this.#remote(definition, { action: 'write', actor }, signal);
    const commit = await this.hostKeys.watch(definition, async () => {
      await fetchCommit(
        this.#engine,
        remote,
        { branch: definition.branch, sha: change.base },
        signal,
      );
      return this.#engine.push(remote, change, signal);
    });
    this.announcePush(name, change.branch);
    return this.#linkedCommit(definition, commit);
  }

  /** The web page of a commit, a file or a line; undefined where the host's pages are not known. */
  linkTo(
    name: string,
    place: { sha: string; file?: string; line?: number },
  ): string | undefined {
    const definition = this.definitions().find(one => one.name === name);
    return definition && sourceLink(definition, place);
  }

  /** Tells when somebody pushed to a repository. @returns how to stop */
  onPush(listener: PushListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announcePush(name: string, branch?: string): void {
    this.#heads.delete(name);
    for (const listener of this.#listeners) listener(name, branch);
  }

  /** Notes that a genuine webhook came. */
  async sawWebhook(name: string): Promise<void> {
    await this.#store.note(name, { webhookAt: this.#now().toISOString() });
  }

  /** Everything that was seen of a repository that is gone. */
  async forget(name: string): Promise<void> {
    this.#heads.delete(name);
    await this.#store.forget(name);
  }

  async #readOnce(
    definition: RepositoryDefinition,
    place: { sha: string; path: string },
    options: ReadOptions,
  ): Promise<RepositoryContent> {
    const { name, branch } = definition;
    const { sha } = place;
    const { signal } = options;
    const remote = await this.#health.watch(name, async () => {
      const reached = await this.#remote(
        definition,
        { action: 'read' },
        signal,
      );
      await this.hostKeys.watch(definition, () =>
        fetchCommit(this.#engine, reached, { branch, sha }, signal),
      );
      return reached;
    });
    const content = await readContent(this.#engine, remote, place, options);
    const commit = this.#linkedCommit(definition, content.commit);
    await this.#health.readCommit(name, commit);
    return { ...content, commit };
  }

  async #remote(
    definition: RepositoryDefinition,
    use: Use,
    signal?: AbortSignal,
  ): Promise<GitRemote> {
    const auth = await this.auth.of(definition, use);
    return this.#pinned(
      definition,
      { ...this.#plainRemote(definition), ...(auth && { auth }) },
      signal,
    );
  }

  #plainRemote({ name, url, skipTLSVerify }: RepositoryDefinition): GitRemote {
    return { name, url, ...(skipTLSVerify && { skipTLSVerify }) };
  }

  #pinned(
    definition: RepositoryDefinition,
    remote: GitRemote,
    signal?: AbortSignal,
  ): Promise<GitRemote> {
    return this.hostKeys.pinned(definition, remote, signal);
  }

  #linked(definition: RepositoryDefinition, sha: string) {
    const url = sourceLink(definition, { sha });
    return { sha, ...(url && { url }) };
  }

  #linkedCommit(definition: RepositoryDefinition, commit: CommitInfo) {
    return { ...commit, ...this.#linked(definition, commit.sha) };
  }
}

export interface RepositoryServiceOptions {
  registry: RepositoryRegistry;
  auth: RemoteAuth;
  engine: GitEngine;
  store: RepositoryStore;
  logger: LoggerService;
  now: () => Date;
}
