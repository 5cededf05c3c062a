import { Diagnostic } from '@cnoc/hedgehog';
import { CommitInfo, GitEngine, GitRemote } from './git/GitEngine';
import { GitError } from './git/GitError';
import { isLfsPointer } from './lfsPointer';
import { selectFiles } from './selectFiles';

export interface RepositoryFile {
  /** From the root of the repository. */
  path: string;
  /** Id of the content: the same id is the same text. */
  oid: string;
  /** Absent when the caller knows the file already. */
  text?: Uint8Array;
}

export interface RepositoryContent {
  commit: CommitInfo;
  files: RepositoryFile[];
  /** What was not read and why; `critical` where a resource may be hidden by it. */
  skipped: Diagnostic[];
}

/** What to read of a commit, and what not. */
export interface ReadOptions {
  signal?: AbortSignal;
  /** Which paths are worth listing; default all */
  include?: (path: string) => boolean;
  /** Which files need no text, because the caller has read them before */
  isKnown?: (path: string, oid: string) => boolean;
}

/** Makes a commit of a branch readable here. */
export async function fetchCommit(
  engine: GitEngine,
  remote: GitRemote,
  place: { branch: string; sha: string },
  signal?: AbortSignal,
): Promise<void> {
  try {
    await engine.fetch(remote, place.sha, signal);
  } catch (error) {
    // Some hosts hand out only what a branch points to.
    if (!(error instanceof GitError) || error.reason !== 'commitMissing') {
      throw error;
    }
    await engine.fetch(remote, place.branch, signal);
  }
}

/** Lists the files below a path at a commit that is here, and reads those that are not known. */
export async function readContent(
  engine: GitEngine,
  remote: GitRemote,
  place: { sha: string; path: string },
  options: ReadOptions,
): Promise<RepositoryContent> {
  const { signal, include = () => true, isKnown = () => false } = options;
  const { sha, path } = place;
  const entries = await engine.tree(remote, sha, path, signal);
  const { files, skipped } = selectFiles(entries, include);
  const wanted = new Set(
    files.filter(file => !isKnown(file.path, file.oid)).map(({ oid }) => oid),
  );
  const [blobs, commit] = await Promise.all([
    engine.blobs(remote, [...wanted], signal),
    engine.commit(remote, sha, signal),
  ]);
  const read: RepositoryFile[] = [];
  for (const { path: file, oid } of files) {
    const text = isKnown(file, oid) ? undefined : blobs.get(oid);
    if (text && isLfsPointer(text)) {
      skipped.push({
        rule: 'git.lfs',
        severity: 'critical',
        message: 'The file is kept in Git LFS, which CNOC does not read.',
        file,
        hint: 'Keep resource files in git itself.',
      });
    } else {
      read.push({ path: file, oid, text });
    }
  }
  return { commit, files: read, skipped };
}
