import { InputError } from '@backstage/errors';

const sha = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

export function isCommitId(text: string): boolean {
  return sha.test(text);
}

/** @throws InputError unless the text is a full commit id */
export function assertCommitId(text: string): void {
  if (!isCommitId(text)) {
    throw new InputError('That is not a full commit id.');
  }
}

/**
 * Holds a branch name to git's own rules (git-check-ref-format), and to none that git could take for an option (G2).
 *
 * @throws InputError
 */
export function assertBranch(branch: string): void {
  const bad =
    branch.length === 0 ||
    branch.length > 200 ||
    // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused here
    /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^[-/.]|[/.]$|\/\.|\.lock(\/|$)|^@$/.test(
      branch,
    );
  if (bad) {
    throw new InputError('The branch has a name that git does not allow.');
  }
}

/**
 * The path of a fabric inside its repository in one form: no leading, trailing or double slashes; '' is the root.
 *
 * @throws InputError for a path that leaves the repository
 */
export function repositoryPath(path: string): string {
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  const bad = parts.some(
    part =>
      part === '..' ||
      part.toLowerCase() === '.git' ||
      // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused here
      /[\u0000-\u001f\u007f\\:]/.test(part),
  );
  if (bad) {
    throw new InputError(
      'The path of a fabric must stay inside its repository.',
    );
  }
  return parts.join('/');
}

/** Whether a path of a tree is one that no honest commit holds (case G6). */
export function isUnsafePath(path: string): boolean {
  return path
    .split(/[/\\]/)
    .some(
      part =>
        part === '' ||
        part === '.' ||
        part === '..' ||
        /^\.?git(~\d+)?[ .]*$/i.test(
          part.replace(/[\u200b-\u200f\u2028-\u202e\u206a-\u206f\ufeff]/g, ''),
        ),
    );
}
