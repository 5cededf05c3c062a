/** A git remote as an engine sees it. `url` never holds credentials. */
export interface GitRemote {
  name: string;
  url: string;
  username?: string;
  token?: string;
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
}

/**
 * Reads git remotes. Bare and shallow, never a checkout: nothing in a repository is ever executed or followed.
 * Every method throws {@link GitError}.
 */
export interface GitEngine {
  /** The commit that a branch points to now, asked at the remote. */
  head(
    remote: GitRemote,
    branch: string,
    signal?: AbortSignal,
  ): Promise<string>;
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
}
