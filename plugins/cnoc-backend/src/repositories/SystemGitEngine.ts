import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { AddressPolicy } from '../fabrics/network';
import { directorySize } from './directorySize';
import { CommitInfo, GitEngine, GitRemote, TreeEntry } from './GitEngine';
import { gitEnvironment } from './gitEnvironment';
import { GitError } from './GitError';
import { assertBranch, assertCommitId, isCommitId } from './gitNames';
import { KeyedMutex } from './KeyedMutex';
import { parseBlobs } from './parseBlobs';
import { parseCommit } from './parseCommit';
import { parseTree } from './parseTree';
import { runGit } from './runGit';

/** What one remote may cost. Bytes and milliseconds. */
export interface GitBudgets {
  maxRepositoryBytes: number;
  maxListingBytes: number;
  maxReadBytes: number;
  remoteTimeoutMs: number;
  localTimeoutMs: number;
}

const defaultBudgets: GitBudgets = {
  maxRepositoryBytes: 512 * 1024 * 1024,
  maxListingBytes: 32 * 1024 * 1024,
  maxReadBytes: 128 * 1024 * 1024,
  remoteTimeoutMs: 120_000,
  localTimeoutMs: 60_000,
};

/** Each fetch leaves a pack; beyond this many it is cheaper to start again than to repack. */
const maxPacks = 40;

/** Reads remotes with the machine's own git: the faster engine for large repositories. */
export class SystemGitEngine implements GitEngine {
  readonly #directory: string;
  readonly #policy: AddressPolicy;
  readonly #budgets: GitBudgets;
  readonly #binary: string;
  readonly #locks = new KeyedMutex();
  #versionChecked = false;

  private constructor(options: {
    directory: string;
    policy: AddressPolicy;
    budgets: GitBudgets;
    binary: string;
  }) {
    this.#directory = options.directory;
    this.#policy = options.policy;
    this.#budgets = options.budgets;
    this.#binary = options.binary;
  }

  /** @param options - `directory` holds the cached repositories; it may be deleted at any time */
  static create(options: {
    directory: string;
    policy: AddressPolicy;
    budgets?: Partial<GitBudgets>;
    binary?: string;
  }): SystemGitEngine {
    return new SystemGitEngine({
      directory: options.directory,
      policy: options.policy,
      budgets: { ...defaultBudgets, ...options.budgets },
      binary: options.binary ?? 'git',
    });
  }

  async head(
    remote: GitRemote,
    branch: string,
    signal?: AbortSignal,
  ): Promise<string> {
    assertBranch(branch);
    const ref = `refs/heads/${branch}`;
    const output = await this.#remote(remote, {
      args: ['ls-remote', '--quiet', '--', remote.url, ref],
      signal,
    });
    const line = output
      .toString('utf8')
      .split('\n')
      .find(candidate => candidate.endsWith(`\t${ref}`));
    const sha = line?.slice(0, line.indexOf('\t')) ?? '';
    if (!isCommitId(sha)) {
      throw new GitError(
        'branchMissing',
        `The remote has no branch '${branch}'. Resources that were read before are kept.`,
      );
    }
    return sha;
  }

  async fetch(
    remote: GitRemote,
    ref: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const source = isCommitId(ref) ? ref : `refs/heads/${ref}`;
    if (!isCommitId(ref)) {
      assertBranch(ref);
    }
    await this.#healing(remote, async cache => {
      if (isCommitId(ref) && (await this.#has(cache, ref, signal))) {
        return;
      }
      await this.#trim(cache);
      await this.#prepare(cache, signal);
      await this.#remote(remote, {
        args: [
          `--git-dir=${cache}`,
          'fetch',
          '--quiet',
          '--depth=1',
          '--no-tags',
          '--no-recurse-submodules',
          '--no-write-fetch-head',
          '--force',
          '--',
          remote.url,
          `${source}:refs/cnoc/fetched`,
        ],
        watch: async () =>
          (await directorySize(cache)) > this.#budgets.maxRepositoryBytes
            ? new GitError(
                'tooLarge',
                'The repository is larger than CNOC reads; the last commit read stays in use.',
              )
            : undefined,
        signal,
      }).catch(async error => {
        if (error instanceof GitError && error.reason === 'tooLarge') {
          await rm(cache, { recursive: true, force: true });
        }
        throw error;
      });
    });
  }

  async tree(
    remote: GitRemote,
    sha: string,
    path: string,
    signal?: AbortSignal,
  ): Promise<TreeEntry[]> {
    assertCommitId(sha);
    return this.#reading(remote, async cache => {
      if (!(await this.#has(cache, sha, signal))) {
        throw new GitError('cache', 'That commit has not been fetched yet.');
      }
      const exists = await this.#local(cache, {
        args: [
          'rev-parse',
          '--quiet',
          '--verify',
          '--end-of-options',
          `${sha}:${path}`,
        ],
        signal,
      }).then(
        () => true,
        error => {
          if (error instanceof GitError && error.reason === 'aborted') {
            throw error;
          }
          return false;
        },
      );
      if (!exists) {
        throw new GitError(
          'pathMissing',
          `The commit has no directory '${path}'. Resources that were read before are kept.`,
        );
      }
      const output = await this.#local(cache, {
        args: ['ls-tree', '-r', '-z', '--long', `${sha}:${path}`],
        maxOutputBytes: this.#budgets.maxListingBytes,
        signal,
      });
      return parseTree(output, path);
    });
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
    return this.#reading(remote, async cache => {
      const output = await this.#local(cache, {
        args: ['cat-file', '--batch', '--buffer'],
        input: `${oids.join('\n')}\n`,
        maxOutputBytes: this.#budgets.maxReadBytes,
        signal,
      });
      return parseBlobs(output, oids);
    });
  }

  async commit(
    remote: GitRemote,
    sha: string,
    signal?: AbortSignal,
  ): Promise<CommitInfo> {
    assertCommitId(sha);
    return this.#reading(remote, async cache => {
      const raw = await this.#local(cache, {
        args: ['cat-file', 'commit', sha],
        maxOutputBytes: 4 * 1024 * 1024,
        signal,
      });
      return parseCommit(sha, raw.toString('utf8'));
    });
  }

  /** The name alone could collide after a change of address, and a stale cache must not answer for a new remote. */
  #cacheOf(remote: GitRemote): string {
    const digest = createHash('sha256')
      .update(`${remote.name}\n${remote.url}`)
      .digest('hex')
      .slice(0, 32);
    return join(this.#directory, `${digest}.git`);
  }

  async #reading<T>(
    remote: GitRemote,
    task: (cache: string) => Promise<T>,
  ): Promise<T> {
    const cache = this.#cacheOf(remote);
    return this.#locks.run(cache, async () => {
      try {
        return await task(cache);
      } catch (error) {
        if (error instanceof GitError && error.reason === 'cache') {
          // The next fetch builds it anew.
          await rm(cache, { recursive: true, force: true });
        }
        throw error;
      }
    });
  }

  /** Runs a fetch; when the cache is what failed, removes it and tries once more from nothing (G21). */
  async #healing(
    remote: GitRemote,
    task: (cache: string) => Promise<void>,
  ): Promise<void> {
    const cache = this.#cacheOf(remote);
    await this.#locks.run(cache, async () => {
      try {
        await task(cache);
      } catch (error) {
        const healable =
          error instanceof GitError &&
          (error.reason === 'cache' || error.reason === 'failed');
        if (!healable) {
          throw error;
        }
        await rm(cache, { recursive: true, force: true });
        await task(cache);
      }
    });
  }

  async #prepare(cache: string, signal?: AbortSignal): Promise<void> {
    await mkdir(cache, { recursive: true, mode: 0o700 });
    await this.#local(cache, {
      args: ['init', '--quiet', '--bare', '--template='],
      signal,
    });
  }

  async #trim(cache: string): Promise<void> {
    const packs = await readdir(join(cache, 'objects', 'pack')).catch(() => []);
    if (packs.filter(file => file.endsWith('.pack')).length > maxPacks) {
      await rm(cache, { recursive: true, force: true });
    }
  }

  async #has(
    cache: string,
    sha: string,
    signal?: AbortSignal,
  ): Promise<boolean> {
    try {
      // A commit whose tree is missing would be the leftover of a broken fetch.
      await this.#local(cache, {
        args: ['cat-file', '-e', `${sha}^{tree}`],
        signal,
      });
      return true;
    } catch (error) {
      if (error instanceof GitError && error.reason === 'aborted') {
        throw error;
      }
      return false;
    }
  }

  async #local(
    cache: string,
    run: {
      args: string[];
      input?: string;
      maxOutputBytes?: number;
      signal?: AbortSignal;
    },
  ): Promise<Buffer> {
    return runGit({
      binary: this.#binary,
      args: [`--git-dir=${cache}`, ...run.args],
      env: gitEnvironment({ home: this.#directory }),
      input: run.input,
      timeoutMs: this.#budgets.localTimeoutMs,
      maxOutputBytes: run.maxOutputBytes ?? 1024 * 1024,
      signal: run.signal,
    });
  }

  async #remote(
    remote: GitRemote,
    run: {
      args: string[];
      watch?: () => Promise<GitError | undefined>;
      signal?: AbortSignal;
    },
  ): Promise<Buffer> {
    const url = new URL(remote.url);
    this.#policy.checkUrl(url);
    const { address } = await this.#resolve(url.hostname);
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const bracketed = address.includes(':') ? `[${address}]` : address;
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    await this.#assertVersion(run.signal);
    return runGit({
      binary: this.#binary,
      args: run.args,
      env: gitEnvironment({
        home: this.#directory,
        remote,
        pinned: isIP(host) ? undefined : `${host}:${port}:${bracketed}`,
      }),
      timeoutMs: this.#budgets.remoteTimeoutMs,
      maxOutputBytes: this.#budgets.maxListingBytes,
      watch: run.watch,
      signal: run.signal,
    });
  }

  /** An older git ignores configuration from the environment, and with it all the hardening. */
  async #assertVersion(signal?: AbortSignal): Promise<void> {
    if (this.#versionChecked) {
      return;
    }
    const output = await runGit({
      binary: this.#binary,
      args: ['version'],
      env: gitEnvironment({ home: this.#directory }),
      timeoutMs: this.#budgets.localTimeoutMs,
      maxOutputBytes: 4096,
      signal,
    });
    const [, major, minor] = /(\d+)\.(\d+)/.exec(output.toString()) ?? [];
    if (Number(major) < 2 || (Number(major) === 2 && Number(minor) < 31)) {
      throw new GitError(
        'failed',
        'The git on the machine that runs the backend is too old; CNOC needs git 2.31 or newer.',
      );
    }
    this.#versionChecked = true;
  }

  async #resolve(host: string): Promise<{ address: string }> {
    try {
      return await this.#policy.check(host);
    } catch (error) {
      if (error instanceof Error && error.name === 'NotAllowedError') {
        throw error;
      }
      throw new GitError('unreachable', 'The remote cannot be reached.');
    }
  }
}
