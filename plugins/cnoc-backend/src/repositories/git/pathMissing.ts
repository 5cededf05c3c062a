import { GitError } from './GitError';

export function pathMissing(path: string): GitError {
  return new GitError(
    'pathMissing',
    `The commit has no directory '${path}'. Resources that were read before are kept.`,
  );
}
