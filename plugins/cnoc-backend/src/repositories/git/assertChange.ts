import { InputError } from '@backstage/errors';
import { GitChange } from './GitEngine';
import { gitError } from './gitFailure';
import { assertBranch, assertCommitId } from './gitNames';

/** @throws InputError for names that could not be meant, GitError `moved` for a change that would lose another's */
export function assertChange(change: GitChange): void {
  assertBranch(change.branch);
  assertCommitId(change.base);
  if (change.files.length === 0) {
    throw new InputError('A commit needs at least one changed file.');
  }
  if (change.expected !== undefined && change.expected !== change.base) {
    // The branch would be moved to a commit that does not contain what it points to now.
    throw gitError('moved');
  }
}
