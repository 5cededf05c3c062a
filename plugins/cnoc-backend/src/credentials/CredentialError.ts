/** Why a stored value cannot be used: the ring lacks its key, or no key of that name opens it. */
export type CredentialErrorReason = 'noKey' | 'damaged';

/** A stored value that cannot be opened. The message names the key, never the value. */
export class CredentialError extends Error {
  readonly reason: CredentialErrorReason;

  constructor(reason: CredentialErrorReason, message: string) {
    super(message);
    this.name = 'CredentialError';
    this.reason = reason;
  }
}
