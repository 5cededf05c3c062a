export type GitErrorReason =
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'empty'
  | 'branchMissing'
  | 'pathMissing'
  | 'commitMissing'
  | 'redirected'
  | 'tls'
  | 'hostKeyChanged'
  | 'unreachable'
  | 'throttled'
  | 'broken'
  | 'rejected'
  | 'moved'
  | 'unsupported'
  | 'tooLarge'
  | 'timeout'
  | 'diskFull'
  | 'aborted'
  | 'cache'
  | 'failed';

const permanent: ReadonlySet<GitErrorReason> = new Set<GitErrorReason>([
  'unauthorized',
  'forbidden',
  'notFound',
  'empty',
  'branchMissing',
  'pathMissing',
  'redirected',
  'tls',
  'hostKeyChanged',
  'rejected',
  'moved',
  'unsupported',
  'tooLarge',
]);

/** Facts that some reasons carry. */
export interface GitErrorFacts {
  /** `hostKeyChanged`: fingerprints (`SHA256:…`) of the pinned keys. */
  pinned?: string[];
  /** `hostKeyChanged`: fingerprint of the key that the host shows now. */
  shown?: string;
  /** `throttled`: how long the remote asks to wait, in milliseconds. */
  retryAfterMs?: number;
}

/** A git operation that failed. The message is ours: no URL, token, path of this machine or raw output of git. */
export class GitError extends Error {
  readonly reason: GitErrorReason;
  readonly facts: GitErrorFacts;

  constructor(
    reason: GitErrorReason,
    message: string,
    facts: GitErrorFacts = {},
  ) {
    super(message);
    this.name = 'GitError';
    this.reason = reason;
    this.facts = facts;
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return !permanent.has(this.reason);
  }
}
