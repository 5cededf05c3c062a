import type { GitSecret } from '../../credentials/SecretValue';

/** A git remote as an engine sees it. `url` never holds a secret. */
export interface GitRemote {
  name: string;
  /** https, http or ssh (`ssh://user@host[:port]/path`), as `parseRepositoryUrl` gives it. */
  url: string;
  /** A token is sent as the password of `x-access-token` unless it names a user. */
  auth?: GitSecret;
  /** Takes any certificate. Only ever by a person's choice, for one remote. */
  skipTLSVerify?: boolean;
  /** Pinned keys of an ssh host, as in known_hosts without the host: `ssh-ed25519 AAAA…`. Empty: first use. */
  hostKeys?: readonly string[];
}

/** One entry of a tree listing; `path` is relative to the repository's root. */
export interface TreeEntry {
  path: string;
  type: 'file' | 'symlink' | 'submodule';
  /** Object id of the blob; the commit for a submodule. */
  oid: string;
  /** Bytes; 0 for a submodule. */
  size: number;
  /** The path is not valid UTF-8, so `path` only resembles it. */
  badName?: boolean;
}

/** Who made a commit and what for; text is inert (no control characters) and cut. */
export interface CommitInfo {
  sha: string;
  /** First line, at most 200 characters. */
  message: string;
  author?: string;
  /** ISO 8601. */
  at?: string;
  /** Web page of the commit, where the host is known. */
  url?: string;
  /** Commit ids, first parent first; none for a first commit. */
  parents?: string[];
}

export interface GitBranch {
  name: string;
  sha: string;
}

export interface GitPerson {
  name: string;
  email: string;
}

/** One commit to make and to put on a branch of the remote. */
export interface GitChange {
  /** Where to push. */
  branch: string;
  /** The commit that the change builds on; it must have been fetched. */
  base: string;
  /** What the branch points to at the remote; must be `base`. Absent: the branch does not exist yet and begins at `base`. */
  expected?: string;
  /** Null removes. Every other path of the base stays as it is; a file that exists keeps its mode. */
  files: readonly { path: string; content: Uint8Array | null }[];
  message: string;
  author: GitPerson;
  committer: GitPerson;
  at: Date;
}

/** What an ssh host shows as its identity. */
export interface HostKey {
  /** As in known_hosts without the host: `ssh-ed25519 AAAA…`. */
  key: string;
  /** `SHA256:…`, as ssh prints it. */
  fingerprint: string;
}

/** A commit as it was signed. */
export interface SignedCommit {
  /** The bytes that the signature covers. */
  payload: Uint8Array;
  /** Armoured; absent for a commit without a signature. */
  signature?: string;
}

/**
 * Reads and writes git remotes. Bare and shallow, never a checkout: nothing in a repository is ever executed or
 * followed. Every method throws {@link GitError}; InputError for names and ids that could not be meant; NotAllowedError
 * for an address that may not be dialled.
 */
export interface GitEngine {
  /** The commit that a branch points to now, asked at the remote. */
  head(
    remote: GitRemote,
    branch: string,
    signal?: AbortSignal,
  ): Promise<string>;
  /** The remote's branches by name, at most 1,000. */
  branches(remote: GitRemote, signal?: AbortSignal): Promise<GitBranch[]>;
  /** Makes a commit readable here; `ref` is a commit id or a branch. Does nothing when the commit is here already. */
  fetch(remote: GitRemote, ref: string, signal?: AbortSignal): Promise<void>;
  /** Everything below `path` ('' = the root), recursively. */
  tree(
    remote: GitRemote,
    sha: string,
    path: string,
    signal?: AbortSignal,
  ): Promise<TreeEntry[]>;
  blobs(
    remote: GitRemote,
    oids: readonly string[],
    signal?: AbortSignal,
  ): Promise<Map<string, Uint8Array>>;
  commit(
    remote: GitRemote,
    sha: string,
    signal?: AbortSignal,
  ): Promise<CommitInfo>;
  /** Whether `old` is `sha` or one of its ancestors; undefined where the remote does not let that be told cheaply. */
  isAncestor?(
    remote: GitRemote,
    old: string,
    sha: string,
    signal?: AbortSignal,
  ): Promise<boolean | undefined>;
  /**
   * Makes one commit and moves the branch to it, if the branch is still where the change believes it to be. Otherwise a
   * GitError `moved`, and nothing is written at the remote.
   */
  push(
    remote: GitRemote,
    change: GitChange,
    signal?: AbortSignal,
  ): Promise<CommitInfo>;
  /** What an ssh host shows now; GitError `unsupported` for other addresses. */
  hostKey?(remote: GitRemote, signal?: AbortSignal): Promise<HostKey>;
  /** A fetched commit as it was signed, for {@link verifyCommit}. */
  signature(
    remote: GitRemote,
    sha: string,
    signal?: AbortSignal,
  ): Promise<SignedCommit>;
  /** Ends idle connections and threads; the engine is not used afterwards. */
  close?(): Promise<void>;
}
