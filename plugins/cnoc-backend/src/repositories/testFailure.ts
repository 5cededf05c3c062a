import { CredentialError } from '../credentials';
import { GitError, type GitErrorReason } from './git/GitError';

/** The steps of a test, in their order. */
export type Check =
  | 'address'
  | 'reach'
  | 'sign-in'
  | 'branch'
  | 'path'
  | 'write';

/** A step that failed, in words. */
export class CheckFailure extends Error {
  readonly check: Check;
  readonly hint: string | undefined;

  constructor(check: Check, told: { message: string; hint?: string }) {
    super(told.message);
    this.name = 'CheckFailure';
    this.check = check;
    this.hint = told.hint;
  }
}

const places: Partial<Record<GitErrorReason, [Check, string?]>> = {
  unreachable: [
    'reach',
    'Check the address and the port, and that this machine’s network leads there.',
  ],
  timeout: [
    'reach',
    'The host is slow, or a firewall swallows the connection; try again later.',
  ],
  tls: [
    'reach',
    'Give the host a certificate that this machine trusts. Only in a lab, switch off the check for this repository.',
  ],
  hostKeyChanged: [
    'reach',
    'Ask the host’s owner for the fingerprint; trust the new key only when it fits.',
  ],
  redirected: [
    'reach',
    'Enter the address that the host redirects to; CNOC sends no credential along.',
  ],
  throttled: ['reach', 'Wait a while; the host counts requests.'],
  broken: ['reach', 'Is there a git server behind the address?'],
  unsupported: ['reach'],
  unauthorized: [
    'sign-in',
    'The token or password is wrong or has expired; enter a new one.',
  ],
  forbidden: [
    'sign-in',
    'The credential is known but lacks the right; let it read the repository’s contents.',
  ],
  notFound: [
    'sign-in',
    'Look for a slip in the path. Hosts answer the same when the credential may not see the repository.',
  ],
  empty: ['branch', 'Push a first commit.'],
  branchMissing: ['branch'],
  pathMissing: ['path'],
};

/** Which check an error fails, in words for people; what is not foreseen fails the one that is under way. */
export function failureOf(error: unknown, current: Check): CheckFailure {
  if (error instanceof CheckFailure) return error;
  if (error instanceof GitError) {
    const [check, hint] = places[error.reason] ?? [current];
    return new CheckFailure(check, { message: error.message, hint });
  }
  if (error instanceof CredentialError) {
    return new CheckFailure('sign-in', { message: error.message });
  }
  if (error instanceof Error && error.name === 'NotAllowedError') {
    return new CheckFailure('address', { message: error.message });
  }
  if (
    error instanceof Error &&
    (error.name === 'InputError' || error.name === 'NotFoundError')
  ) {
    return new CheckFailure(current, { message: error.message });
  }
  throw error;
}
