import { ConflictError, NotAllowedError } from '@backstage/errors';
import { GitError } from '../repositories';

/** An error of a push as the person who commits meets it. */
export function refusalOf(error: unknown, branch: string): unknown {
  if (!(error instanceof GitError)) return error;
  switch (error.reason) {
    case 'moved':
      return new ConflictError(
        `The branch '${branch}' moves faster than CNOC can commit; nothing is written. Try again.`,
      );
    case 'rejected':
      return new ConflictError(`Nothing is written. ${error.message}`);
    case 'unauthorized':
    case 'forbidden':
      return new NotAllowedError(
        `Nothing is written. ${error.message} To push, give a token of yours that may, or give the repository such a credential.`,
      );
    default:
      return error;
  }
}

/** Whether an error leaves no doubt that the remote has nothing. */
export function leavesNothing(error: unknown): boolean {
  if (!(error instanceof GitError)) return false;
  return [
    'moved',
    'unauthorized',
    'forbidden',
    'notFound',
    'rejected',
    'redirected',
    'tls',
    'hostKeyChanged',
    'unsupported',
    'tooLarge',
  ].includes(error.reason);
}
