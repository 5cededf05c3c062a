export type GitErrorReason =
  | 'unauthorized'
  | 'notFound'
  | 'branchMissing'
  | 'pathMissing'
  | 'commitMissing'
  | 'redirected'
  | 'tls'
  | 'unreachable'
  | 'throttled'
  | 'broken'
  | 'rejected'
  | 'tooLarge'
  | 'timeout'
  | 'diskFull'
  | 'aborted'
  | 'cache'
  | 'failed';

const permanent: ReadonlySet<GitErrorReason> = new Set<GitErrorReason>([
  'unauthorized',
  'notFound',
  'branchMissing',
  'pathMissing',
  'redirected',
  'tls',
  'rejected',
  'tooLarge',
]);

/** A git operation that failed. The message is ours: no URL, token, path of this machine or raw output of git. */
export class GitError extends Error {
  readonly reason: GitErrorReason;

  constructor(reason: GitErrorReason, message: string) {
    super(message);
    this.name = 'GitError';
    this.reason = reason;
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return !permanent.has(this.reason);
  }
}
