import type { OnceOnly } from '../../credentials';
import type { ClusterDefinition } from '../ClusterDefinition';

/** A cluster that somebody registered. Times are ISO 8601. */
export interface ClusterRegistration extends ClusterDefinition {
  origin: 'api';
  createdAt: string;
  createdBy?: string;
  updatedAt: string;
}

export interface ClusterStore {
  list(): Promise<ClusterRegistration[]>;
  get(name: string): Promise<ClusterRegistration | undefined>;
  once(name: string): Promise<OnceOnly | undefined>;
  /** @returns false when the name is taken */
  insert(registration: ClusterRegistration, once?: OnceOnly): Promise<boolean>;
  /** @returns false when the registration no longer has this etag */
  replace(registration: ClusterRegistration, etag: string): Promise<boolean>;
  /** Forgets also which cluster answered. @returns false when the registration no longer has this etag */
  remove(name: string, etag: string): Promise<boolean>;
}
