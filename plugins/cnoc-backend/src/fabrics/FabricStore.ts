import type { PermissionCriteria } from '@backstage/plugin-permission-common';
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
    unknownKinds: string[];
  };
  switches: {
    name: string;
    role?: string;
    state: 'ready' | 'lagging' | 'silent' | 'unknown';
    appliedGeneration?: number;
    generation?: number;
    heartbeatAt?: string;
  }[];
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
  revision: number;
  driftState: 'inSync' | 'drifted' | 'unknown';
  checkedAt?: string;
  /** Kinds that git has, or once had, objects of: only these can be orphaned */
  managedKinds: string[];
  observation?: FabricObservation;
  told: FabricTold;
}

export interface FabricStore {
  /** Makes the registry what configuration says; fabrics that left it are kept, and hidden. */
  define(definitions: FabricDefinition[]): Promise<void>;
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
