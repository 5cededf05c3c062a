import type { RepositoryDefinition } from './RepositoryDefinition';

/** A repository that somebody registered. Times are ISO 8601. */
export interface Registration extends RepositoryDefinition {
  origin: 'api';
  /** Sealed by the vault */
  webhookSecret?: string;
  createdAt: string;
  createdBy?: string;
  updatedAt: string;
}

/** The key of a request that must happen once, and a digest of what it asked. */
export interface OnceOnly {
  key: string;
  digest: string;
}

export interface RegistrationStore {
  list(): Promise<Registration[]>;
  get(name: string): Promise<Registration | undefined>;
  once(name: string): Promise<OnceOnly | undefined>;
  /** @returns false when the name is taken */
  insert(registration: Registration, once?: OnceOnly): Promise<boolean>;
  /** @returns false when the registration is no longer what it was before */
  replace(registration: Registration, before: Registration): Promise<boolean>;
  /** @returns false when the registration no longer has this etag */
  remove(name: string, etag: string): Promise<boolean>;
}

/** What is shown of a registration. */
export function definitionOf(registration: Registration): RepositoryDefinition {
  const { webhookSecret, createdAt, createdBy, ...definition } = registration;
  return definition;
}
