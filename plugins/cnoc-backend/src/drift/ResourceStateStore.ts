import type {
  KindCount,
  Resource,
  ResourceState,
  Severity,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Fence } from '../fabrics/Fence';
import type { ResourceVerdict } from './compareFabric';

export interface ResourceCounts {
  total: number;
  synced: number;
  drifted: number;
  committed: number;
  pending: number;
  orphaned: number;
  unknown: number;
  inGit: number;
  inCluster: number;
  /** In the cluster and not as git has it */
  differing: number;
  /** That a switch has not applied yet */
  lagging: number;
  /** Since when the first of them lags; ISO 8601 */
  lagSince?: string;
}

/** Where a page of resources ended. */
export interface ResourcePosition {
  need: number;
  kind: string;
  name: string;
}

export interface ResourceStateStore {
  /**
   * Makes the rows what the verdicts say; only rows that changed are written.
   *
   * @param at - since when what changed is as it is now
   * @returns whether any row changed
   */
  write(
    fabric: string,
    at: Date,
    verdicts: readonly (ResourceVerdict & { findings: number })[],
    fence: Fence,
  ): Promise<boolean>;
  page(
    fabric: string,
    options: {
      kind?: string;
      state?: ResourceState;
      severity?: Severity;
      text?: string;
      sort: 'name' | 'need';
      after?: ResourcePosition;
      limit: number;
    },
  ): Promise<{
    items: Resource[];
    total: number;
    positions: ResourcePosition[];
  }>;
  kinds(fabric: string): Promise<KindCount[]>;
  get(
    fabric: string,
    kind: string,
    name: string,
  ): Promise<(Resource & { lagSince?: string }) | undefined>;
  /** Several resources by `Kind/name`; those that do not exist are left out. */
  states(
    fabric: string,
    resources: { kind: string; name: string }[],
  ): Promise<Map<string, ResourceState>>;
  counts(fabrics: string[]): Promise<Map<string, ResourceCounts>>;
}
