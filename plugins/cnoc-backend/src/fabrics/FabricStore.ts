import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { SwitchHealth } from '@cnoc/backstage-plugin-cnoc-common';
import type { FabricFilter } from '@cnoc/backstage-plugin-cnoc-node';
import type { FabricDefinition } from './FabricDefinition';
import type { Fence } from './Fence';

/** What the lease holder last saw of a fabric's cluster. Times are ISO strings. */
export interface FabricObservation {
  connection: {
    state: 'connected' | 'degraded' | 'disconnected' | 'unknown';
    since?: string;
    staleSince?: string;
    message?: string;
    /** Another cluster than before answers */
    replaced?: boolean;
    unknownKinds: string[];
  };
  switches: SwitchHealth[];
  /** The last full comparison of the watches with the cluster */
  fullCheck?: { at: string; objects: number; missed: number };
}

/** What the timeline already tells, so that a restart does not tell it again. */
export interface FabricTold {
  connection?: string;
  commit?: string;
  failure?: string;
  /** The last commit that does not follow the one before it */
  rewritten?: string;
}

export interface FabricRecord {
  definition: FabricDefinition;
  /** Configuration, or somebody who registered it */
  origin: 'config' | 'api';
  /** Of one that was registered */
  etag?: string;
  revision: number;
  driftState: 'inSync' | 'drifted' | 'unknown';
  checkedAt?: string;
  /** Kinds that git has, or once had, objects of: only these can be orphaned */
  managedKinds: string[];
  observation?: FabricObservation;
  told: FabricTold;
}

/** The key of a request that must happen once, and a digest of what it asked. */
export interface OnceOnly {
  key: string;
  digest: string;
}

export interface FabricStore {
  /**
   * Makes the registry what configuration says, also where somebody registered a fabric of that name; fabrics that left
   * configuration are kept, and hidden.
   */
  define(definitions: FabricDefinition[]): Promise<void>;
  /** All enabled fabrics, sorted by name. */
  definitions(): Promise<FabricDefinition[]>;
  /** @returns whose name it is, also that of a hidden one; undefined when it is free */
  holderOf(
    name: string,
  ): Promise<{ origin: 'config' | 'api'; once?: OnceOnly } | undefined>;
  /** @returns false when the name is taken */
  register(
    definition: FabricDefinition,
    options: { at: Date; by?: string; etag: string; once?: OnceOnly },
  ): Promise<boolean>;
  /**
   * Changes a registered fabric. At another place it begins anew: all that was found at the old one is forgotten.
   *
   * @returns false when its etag is no longer the one before
   * @throws ConflictError when it moves while something is under way
   */
  replace(
    definition: FabricDefinition,
    options: { at: Date; before: string; etag: string },
  ): Promise<boolean>;
  /**
   * Removes a registered fabric and all that is kept of it.
   *
   * @returns false when its etag is no longer the one before
   * @throws ConflictError while something is under way
   */
  remove(name: string, before: string): Promise<boolean>;
  /** Forgets what was written about a fabric after it was removed; does nothing where there is one of that name. */
  sweep(name: string): Promise<void>;
  /** The lease's fence, which also falls when the fabric moves or ends. */
  fence(definition: FabricDefinition, lease: Fence): Fence;
  /** Enabled fabrics after a name, sorted by name. */
  list(options: {
    criteria?: PermissionCriteria<FabricFilter>;
    after?: string;
    limit?: number;
  }): Promise<FabricRecord[]>;
  count(criteria?: PermissionCriteria<FabricFilter>): Promise<number>;
  get(name: string): Promise<FabricRecord | undefined>;
  /** @returns the new revision */
  bumpRevision(name: string): Promise<number>;
  update(
    name: string,
    change: Partial<
      Pick<
        FabricRecord,
        'driftState' | 'checkedAt' | 'managedKinds' | 'observation' | 'told'
      >
    >,
    fence: Fence,
  ): Promise<void>;
}
