import type { CredentialRecord } from './CredentialRecord';

/** The key of a request that must happen once, and a keyed digest of what it asked. */
export interface OnceOnly {
  key: string;
  digest: string;
}

export interface CredentialStore {
  /** Sorted by name. */
  list(): Promise<CredentialRecord[]>;
  get(name: string): Promise<CredentialRecord | undefined>;
  /** @returns false when the name is taken */
  insert(record: CredentialRecord, once?: OnceOnly): Promise<boolean>;
  /** @returns false when the credential is no longer what it was before */
  replace(
    record: CredentialRecord,
    before: CredentialRecord,
    once?: OnceOnly,
  ): Promise<boolean>;
  /** @returns false when the credential no longer has this etag */
  remove(name: string, etag: string): Promise<boolean>;
  /** What the last request with a key asked, that created or rotated this credential. */
  once(name: string): Promise<OnceOnly | undefined>;
  addUses(name: string, uses: number, at: string): Promise<void>;
}
