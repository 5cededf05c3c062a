import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AddressPolicy } from '../../../fabrics/network';
import { assertChange } from '../assertChange';
import { budgetsFrom, GitBudgets, lockTimeoutOf } from '../GitBudgets';
import { GitCaches } from '../GitCaches';
import {
  CommitInfo,
  GitBranch,
  GitChange,
  GitEngine,
  GitRemote,
  HostKey,
  SignedCommit,
  TreeEntry,
} from '../GitEngine';
import { GitError } from '../GitError';
import { gitError } from '../gitFailure';
import { assertBranch, assertCommitId, isCommitId } from '../gitNames';
import { parseCommit } from '../objects/parseCommit';
import { splitSignature } from '../objects/splitSignature';
import { branchesOf, headOf, ListRefs } from '../remoteRefs';
import { checkRemoteUrl, isSshUrl } from '../repositoryUrl';
import { PackWish } from '../wire/packRequest';
import { SmartHttp } from '../wire/SmartHttp';
import type { StoreCall, StoreCalls } from './storeCalls';
import { StoreThreads } from './StoreThreads';

/** Each fetch leaves a pack; beyond this many it is cheaper to start again. */
const maxPacks = 40;
/** Commits that a server is told of, so that it sends only what they lack. */
const maxHaves = 16;
const historyDepth = 2000;
/** isomorphic-git reads a pack in one piece. */
const maxPackBytes = 256 * 1024 * 1024;

/** Reads and writes http remotes without a git on this machine. It knows no ssh. */
export class IsomorphicGitEngine implements GitEngine {
  readonly #http: SmartHttp;
  readonly #threads = StoreThreads.create();
  readonly #caches: GitCaches;
  readonly #policy: AddressPolicy;
  readonly #budgets: GitBudgets;

  private constructor(options: {
    http: SmartHttp;
    caches: GitCaches;
    policy: AddressPolicy;
    budgets: GitBudgets;
  }) {
    this.#http = options.http;
    this.#caches = options.caches;
    this.#policy = options.policy;
    this.#budgets = options.budgets;
  }

  /** @param options - `directory` holds the cached repositories; it may be deleted at any time */
  static create(options: {
    directory: string;
    policy: AddressPolicy;
    budgets?: Partial<GitBudgets>;
  }): IsomorphicGitEngine {
    const asked = budgetsFrom(options.budgets);
    const budgets = {
      ...asked,
      maxRepositoryBytes: Math.min(asked.maxRepositoryBytes, maxPackBytes),
    };
    return new IsomorphicGitEngine({
      http: SmartHttp.create(options.policy, budgets),
      caches: GitCaches.create(options.directory, {
        suffix: '.objects',
        lockTimeoutMs: lockTimeoutOf(budgets),
      }),
      policy: options.policy,
      budgets,
    });
  }

  /** Ends threads and idle connections. */
  async close(): Promise<void> {
    await Promise.all([this.#threads.close(), this.#http.close()]);
  }

  async head(
    remote: GitRemote,
    branch: string,
    signal?: AbortSignal,
  ): Promise<string> {
    return headOf(this.#refs(remote, signal), branch);
  }

  async branches(
    remote: GitRemote,
    signal?: AbortSignal,
  ): Promise<GitBranch[]> {
    return branchesOf(this.#refs(remote, signal));
  }

  async fetch(
    remote: GitRemote,
    ref: string,
    signal?: AbortSignal,
  ): Promise<void> {
    if (!isCommitId(ref)) {
      assertBranch(ref);
    }
    this.#check(remote);
    await this.#caches.healing(remote, signal, async cache => {
      const here = await this.#call(cache, 'commits', {}, signal);
      const want = isCommitId(ref) ? ref : await this.head(remote, ref, signal);
      if (here.includes(want)) {
        if (!(await this.#call(cache, 'has', { sha: want }, signal))) {
          throw gitError('cache');
        }
        return;
      }
      const trimmed = await this.#trim(cache);
      const wish = {
        want,
        haves: trimmed ? [] : here.slice(-maxHaves),
        depth: 1,
      };
      const packFile = await this.#download(remote, cache, wish, signal);
      try {
        const limits = this.#budgets;
        await this.#call(
          cache,
          'take',
          { packFile, sha: want, limits },
          signal,
        );
      } finally {
        await rm(packFile, { force: true });
      }
    });
  }

  async tree(
    remote: GitRemote,
    sha: string,
    path: string,
    signal?: AbortSignal,
  ): Promise<TreeEntry[]> {
    assertCommitId(sha);
    const { maxListingBytes } = this.#budgets;
    return this.#reading(
      remote,
      'list',
      { sha, path, maxListingBytes },
      signal,
    );
  }

  async blobs(
    remote: GitRemote,
    oids: readonly string[],
    signal?: AbortSignal,
  ): Promise<Map<string, Uint8Array>> {
    oids.forEach(assertCommitId);
    if (oids.length === 0) {
      return new Map();
    }
    const { maxReadBytes } = this.#budgets;
    return this.#reading(remote, 'blobs', { oids, maxReadBytes }, signal);
  }

  async commit(
    remote: GitRemote,
    sha: string,
    signal?: AbortSignal,
  ): Promise<CommitInfo> {
    assertCommitId(sha);
    const raw = await this.#reading(remote, 'commit', { sha }, signal);
    return parseCommit(sha, Buffer.from(raw).toString('utf8'));
  }

  async signature(
    remote: GitRemote,
    sha: string,
    signal?: AbortSignal,
  ): Promise<SignedCommit> {
    assertCommitId(sha);
    return splitSignature(
      await this.#reading(remote, 'commit', { sha }, signal),
    );
  }

  async isAncestor(
    remote: GitRemote,
    old: string,
    sha: string,
    signal?: AbortSignal,
  ): Promise<boolean | undefined> {
    [old, sha].forEach(assertCommitId);
    if (old === sha) {
      return true;
    }
    const direct = await this.commit(remote, sha, signal).catch(
      () => undefined,
    );
    if (direct?.parents?.includes(old)) {
      return true;
    }
    if (!(await this.#http.filters(remote, signal))) {
      return undefined;
    }
    return this.#caches.reading(remote, signal, async cache => {
      const history = join(cache, `history-${randomUUID()}`);
      try {
        const wish = {
          want: sha,
          haves: [],
          depth: historyDepth,
          commitsOnly: true,
        };
        const packFile = await this.#download(remote, history, wish, signal);
        const limits = this.#budgets;
        const found = await this.#call(
          history,
          'descends',
          { packFile, sha, old, limits },
          signal,
        );
        return found === 'cut' ? undefined : found === 'yes';
      } finally {
        await rm(history, { recursive: true, force: true });
      }
    });
  }

  async push(
    remote: GitRemote,
    change: GitChange,
    signal?: AbortSignal,
  ): Promise<CommitInfo> {
    assertChange(change);
    await this.fetch(remote, change.base, signal);
    const { sha, commit, pack } = await this.#reading(
      remote,
      'build',
      { change },
      signal,
    );
    await this.#http.push(
      remote,
      {
        ref: `refs/heads/${change.branch}`,
        from: change.expected,
        to: sha,
        pack,
      },
      signal,
    );
    return parseCommit(sha, Buffer.from(commit).toString('utf8'));
  }

  async hostKey(): Promise<HostKey> {
    throw noSshHere();
  }

  #check(remote: GitRemote): void {
    if (isSshUrl(remote.url)) {
      throw noSshHere();
    }
    checkRemoteUrl(this.#policy, remote.url);
  }

  #refs(remote: GitRemote, signal?: AbortSignal): ListRefs {
    this.#check(remote);
    return (prefix, enough) => this.#http.refs(remote, prefix, enough, signal);
  }

  #reading<C extends StoreCall>(
    remote: GitRemote,
    call: C,
    args: StoreCalls[C]['takes'],
    signal?: AbortSignal,
  ): Promise<StoreCalls[C]['gives']> {
    return this.#caches.reading(remote, signal, cache =>
      this.#call(cache, call, args, signal),
    );
  }

  #call<C extends StoreCall>(
    cache: string,
    call: C,
    args: StoreCalls[C]['takes'],
    signal?: AbortSignal,
  ): Promise<StoreCalls[C]['gives']> {
    const timeoutMs = this.#budgets.localTimeoutMs;
    return this.#threads.call(cache, call, args, { timeoutMs, signal });
  }

  /** Writes a pack to the disk as it comes in. @returns its file */
  async #download(
    remote: GitRemote,
    folder: string,
    wish: PackWish,
    signal?: AbortSignal,
  ): Promise<string> {
    await mkdir(join(folder, 'objects', 'pack'), {
      recursive: true,
      mode: 0o700,
    });
    const file = wish.commitsOnly
      ? join(folder, `${randomUUID()}.pack`)
      : join(folder, 'objects', 'pack', `${randomUUID()}.incoming`);
    const handle = await open(file, 'wx', 0o600);
    try {
      await this.#http.fetchPack(
        remote,
        wish,
        async chunk => {
          await handle.writeFile(chunk);
        },
        signal,
      );
      return file;
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  }

  async #trim(cache: string): Promise<boolean> {
    const packs = await readdir(join(cache, 'objects', 'pack')).catch(() => []);
    const many = packs.filter(name => name.endsWith('.pack')).length > maxPacks;
    if (many) {
      await rm(cache, { recursive: true, force: true });
    }
    return many;
  }
}

function noSshHere(): GitError {
  return new GitError(
    'unsupported',
    'ssh addresses need git and ssh on the machine that runs the backend; install them, or use the https address of the repository.',
  );
}
