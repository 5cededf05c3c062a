import { access, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AddressPolicy } from '../../fabrics/network';
import { assertChange } from './assertChange';
import { budgetsFrom, GitBudgets, lockTimeoutOf } from './GitBudgets';
import { fetchInto, prepareCache } from './fetchInto';
import { GitCaches } from './GitCaches';
import {
  CommitInfo,
  GitBranch,
  GitChange,
  GitEngine,
  GitRemote,
  HostKey,
  SignedCommit,
  TreeEntry,
} from './GitEngine';
import { GitError } from './GitError';
import { gitFailure, pushRefusal } from './gitFailure';
import { assertBranch, assertCommitId, isCommitId } from './gitNames';
import { buildCommit } from './objects/buildCommit';
import { parseCommit } from './objects/parseCommit';
import { splitSignature } from './objects/splitSignature';
import { writePack } from './objects/writePack';
import { parseBlobs } from './parseBlobs';
import { parseTree } from './parseTree';
import { pathMissing } from './pathMissing';
import { branchesOf, headOf, ListRefs } from './remoteRefs';
import { checkRemoteUrl, isSshUrl } from './repositoryUrl';
import { SystemGit } from './SystemGit';
import { SmartHttp } from './wire/SmartHttp';

/** Each fetch leaves a pack; beyond this many it is cheaper to start again than to repack. */
const maxPacks = 40;
const maxCommitBytes = 4 * 1024 * 1024;
/** How far back a rewritten history is looked for, in commits. */
const historyDepth = 2000;
const maxHistoryBytes = 32 * 1024 * 1024;

/** Reads and writes remotes with the machine's own git: knows ssh, and is the faster engine for large repositories. */
export class SystemGitEngine implements GitEngine {
  readonly #git: SystemGit;
  readonly #http: SmartHttp;
  readonly #caches: GitCaches;
  readonly #policy: AddressPolicy;
  readonly #budgets: GitBudgets;

  private constructor(options: {
    git: SystemGit;
    http: SmartHttp;
    caches: GitCaches;
    policy: AddressPolicy;
    budgets: GitBudgets;
  }) {
    this.#git = options.git;
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
    binary?: string;
  }): SystemGitEngine {
    const { directory, policy, binary = 'git' } = options;
    const budgets = budgetsFrom(options.budgets);
    return new SystemGitEngine({
      git: SystemGit.create({ directory, policy, budgets, binary }),
      http: SmartHttp.create(policy, budgets),
      caches: GitCaches.create(directory, {
        suffix: '.git',
        lockTimeoutMs: lockTimeoutOf(budgets),
      }),
      policy,
      budgets,
    });
  }

  /** @throws GitError when there is no git here that could be used */
  version(): Promise<string> {
    return this.#git.version();
  }

  /** Ends idle connections. */
  close(): Promise<void> {
    return this.#http.close();
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
    const source = isCommitId(ref) ? ref : `refs/heads/${ref}`;
    if (!isCommitId(ref)) {
      assertBranch(ref);
    }
    await this.#caches.healing(remote, signal, async cache => {
      if (isCommitId(ref) && (await this.#has(cache, ref, signal))) {
        return;
      }
      await this.#trim(cache);
      await prepareCache(this.#git, cache, signal);
      await fetchInto(this.#git, cache, remote, {
        source,
        args: ['--depth=1'],
        budgets: this.#budgets,
        signal,
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
    return this.#caches.reading(remote, signal, async cache => {
      if (!(await this.#has(cache, sha, signal))) {
        throw new GitError('cache', 'That commit has not been fetched yet.');
      }
      const place = `${sha}:${path}`;
      const exists = await this.#succeeds(
        cache,
        ['rev-parse', '--quiet', '--verify', '--end-of-options', place],
        signal,
      );
      const type =
        exists &&
        (await this.#git.local(cache, {
          args: ['cat-file', '-t', place],
          signal,
        }));
      if (!type || type.toString().trim() !== 'tree') {
        throw pathMissing(path);
      }
      const output = await this.#git.local(cache, {
        args: ['ls-tree', '-r', '-z', '--long', place],
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
    return this.#caches.reading(remote, signal, async cache => {
      const output = await this.#git.local(cache, {
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
    const raw = await this.#rawCommit(remote, sha, signal);
    return parseCommit(sha, raw.toString('utf8'));
  }

  async signature(
    remote: GitRemote,
    sha: string,
    signal?: AbortSignal,
  ): Promise<SignedCommit> {
    return splitSignature(await this.#rawCommit(remote, sha, signal));
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
    if (!isSshUrl(remote.url) && !(await this.#http.filters(remote, signal))) {
      return undefined;
    }
    return this.#caches.reading(remote, signal, async cache => {
      // Commits without their files, beside the real cache: there, missing files would look like damage.
      const history = join(cache, 'history');
      try {
        await prepareCache(this.#git, history, signal);
        await fetchInto(this.#git, history, remote, {
          source: sha,
          args: [`--depth=${historyDepth}`, '--filter=tree:0'],
          budgets: { ...this.#budgets, maxRepositoryBytes: maxHistoryBytes },
          signal,
        });
        const whole = await access(join(history, 'shallow')).then(
          () => false,
          () => true,
        );
        const found = await this.#succeeds(
          history,
          ['merge-base', '--is-ancestor', old, sha],
          signal,
        );
        return found || (whole ? false : undefined);
      } catch (error) {
        if (error instanceof GitError && error.reason === 'tooLarge') {
          return undefined;
        }
        throw error;
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
    return this.#caches.reading(remote, signal, async cache => {
      const built = await buildCommit(change, (type, oid) =>
        this.#git.local(cache, {
          args: ['cat-file', type, oid],
          maxOutputBytes: this.#budgets.maxListingBytes,
          signal,
        }),
      );
      await this.#git.local(cache, {
        args: ['index-pack', '--stdin'],
        input: await writePack(built.objects, change.base.length),
        signal,
      });
      const ref = `refs/heads/${change.branch}`;
      await this.#git.remote(remote, {
        args: [
          `--git-dir=${cache}`,
          'push',
          '--porcelain',
          '--no-verify',
          '--no-follow-tags',
          // The expected old value; none: the branch must not exist.
          `--force-with-lease=${ref}:${change.expected ?? ''}`,
          '--',
          remote.url,
          `${built.sha}:${ref}`,
        ],
        explain: (said, report) => {
          const line = report.split('\n').find(each => each.startsWith('!'));
          return line ? pushRefusal(`${line} ${said}`) : gitFailure(said);
        },
        signal,
      });
      const { content } = built.objects[built.objects.length - 1];
      return parseCommit(built.sha, Buffer.from(content).toString('utf8'));
    });
  }

  async hostKey(remote: GitRemote, signal?: AbortSignal): Promise<HostKey> {
    if (!isSshUrl(remote.url)) {
      throw new GitError('unsupported', 'Only ssh hosts have host keys.');
    }
    return this.#git.hostKey(remote, signal);
  }

  #refs(remote: GitRemote, signal?: AbortSignal): ListRefs {
    checkRemoteUrl(this.#policy, remote.url);
    if (!isSshUrl(remote.url)) {
      // One round trip and no process: a poll happens every minute for every repository.
      return (prefix, enough) =>
        this.#http.refs(remote, prefix, enough, signal);
    }
    return async prefix => {
      const pattern = prefix.endsWith('/') ? `${prefix}*` : prefix;
      const output = await this.#git.remote(remote, {
        args: ['ls-remote', '--quiet', '--refs', '--', remote.url, pattern],
        signal,
      });
      return output
        .toString('utf8')
        .split('\n')
        .map(line => line.split('\t'))
        .filter(([sha, name]) => isCommitId(sha) && name?.startsWith(prefix))
        .map(([sha, name]) => ({ name, sha }));
    };
  }

  async #rawCommit(
    remote: GitRemote,
    sha: string,
    signal?: AbortSignal,
  ): Promise<Buffer> {
    assertCommitId(sha);
    return this.#caches.reading(remote, signal, cache =>
      this.#git.local(cache, {
        args: ['cat-file', 'commit', sha],
        maxOutputBytes: maxCommitBytes,
        signal,
      }),
    );
  }

  async #trim(cache: string): Promise<void> {
    const packs = await readdir(join(cache, 'objects', 'pack')).catch(() => []);
    if (packs.filter(file => file.endsWith('.pack')).length > maxPacks) {
      await rm(cache, { recursive: true, force: true });
    }
  }

  /** A commit whose tree is missing would be the leftover of a broken fetch. */
  #has(cache: string, sha: string, signal?: AbortSignal): Promise<boolean> {
    return this.#succeeds(cache, ['cat-file', '-e', `${sha}^{tree}`], signal);
  }

  async #succeeds(
    cache: string,
    args: string[],
    signal?: AbortSignal,
  ): Promise<boolean> {
    try {
      await this.#git.local(cache, { args, signal });
      return true;
    } catch (error) {
      if (error instanceof GitError && error.reason === 'aborted') {
        throw error;
      }
      return false;
    }
  }
}
