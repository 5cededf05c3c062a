import type {
  ChangedBy,
  Commit,
  ResourceMoment,
  ResourceRef,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Fence } from '../../fabrics/Fence';

export type Side = ResourceMoment['side'];

/** What a side of a resource is. */
export interface SideValue extends ResourceRef {
  side: Side;
  /** Of the canonical form; absent = it went away */
  hash?: string;
  /** In the cluster */
  uid?: string;
}

/** A value that is new, and who caused it. */
export interface NewMoment extends SideValue {
  /** With the hash */
  canonical?: KubernetesObject;
  commit?: Commit;
  changedBy?: ChangedBy;
  /** Nothing was known of this side before */
  isFirst: boolean;
}

/** When the values that a resource has now came to be; ISO 8601. */
export interface ValueAges {
  git?: { at: string; commit?: Commit };
  cluster?: { at: string };
}

export interface HistoryStore {
  /** What every side of every resource was last. */
  latest(fabric: string): Promise<SideValue[]>;
  write(
    fabric: string,
    at: Date,
    moments: readonly NewMoment[],
    fence: Fence,
  ): Promise<void>;
  /** Newest first. @param options - `before`: id of a moment; only older ones */
  page(
    fabric: string,
    resource: ResourceRef,
    options: { before?: number; limit: number },
  ): Promise<{ id: number; moment: ResourceMoment }[]>;
  ages(fabric: string, resource: ResourceRef): Promise<ValueAges>;
  /** Forgets sides that went away before a time and did not come back. */
  trim(fabric: string, goneBefore: Date, fence: Fence): Promise<void>;
}
