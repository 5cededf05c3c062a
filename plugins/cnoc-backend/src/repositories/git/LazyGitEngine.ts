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

/** An engine that is chosen when it is first needed, because the choice takes a look at the machine. */
export class LazyGitEngine implements GitEngine {
  readonly #choose: () => Promise<GitEngine>;
  #chosen: Promise<GitEngine> | undefined;

  private constructor(choose: () => Promise<GitEngine>) {
    this.#choose = choose;
  }

  static create(choose: () => Promise<GitEngine>): LazyGitEngine {
    return new LazyGitEngine(choose);
  }

  async head(
    remote: GitRemote,
    branch: string,
    signal?: AbortSignal,
  ): Promise<string> {
    return (await this.#engine()).head(remote, branch, signal);
  }

  async branches(
    remote: GitRemote,
    signal?: AbortSignal,
  ): Promise<GitBranch[]> {
    return (await this.#engine()).branches(remote, signal);
  }

  async fetch(
    remote: GitRemote,
    ref: string,
    signal?: AbortSignal,
  ): Promise<void> {
    return (await this.#engine()).fetch(remote, ref, signal);
  }

  async tree(
    remote: GitRemote,
    sha: string,
    path: string,
    signal?: AbortSignal,
  ): Promise<TreeEntry[]> {
    return (await this.#engine()).tree(remote, sha, path, signal);
  }

  async blobs(
    remote: GitRemote,
    oids: readonly string[],
    signal?: AbortSignal,
  ): Promise<Map<string, Uint8Array>> {
    return (await this.#engine()).blobs(remote, oids, signal);
  }

  async commit(
    remote: GitRemote,
    sha: string,
    signal?: AbortSignal,
  ): Promise<CommitInfo> {
    return (await this.#engine()).commit(remote, sha, signal);
  }

  async isAncestor(
    remote: GitRemote,
    old: string,
    sha: string,
    signal?: AbortSignal,
  ): Promise<boolean | undefined> {
    return (await this.#engine()).isAncestor?.(remote, old, sha, signal);
  }

  async push(
    remote: GitRemote,
    change: GitChange,
    signal?: AbortSignal,
  ): Promise<CommitInfo> {
    return (await this.#engine()).push(remote, change, signal);
  }

  async hostKey(remote: GitRemote, signal?: AbortSignal): Promise<HostKey> {
    const engine = await this.#engine();
    if (!engine.hostKey) {
      throw new GitError('unsupported', 'This engine knows no ssh.');
    }
    return engine.hostKey(remote, signal);
  }

  async signature(
    remote: GitRemote,
    sha: string,
    signal?: AbortSignal,
  ): Promise<SignedCommit> {
    return (await this.#engine()).signature(remote, sha, signal);
  }

  async close(): Promise<void> {
    await (await this.#chosen)?.close?.();
  }

  #engine(): Promise<GitEngine> {
    this.#chosen ??= this.#choose().catch(error => {
      this.#chosen = undefined;
      throw error;
    });
    return this.#chosen;
  }
}
