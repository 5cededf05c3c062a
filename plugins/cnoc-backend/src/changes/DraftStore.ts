import type { ResourceRef } from '@cnoc/backstage-plugin-cnoc-common';
import type { StoredDraft } from './StoredDraft';

/** A draft to store, and what must be there before. */
export interface DraftWrite {
  draft: StoredDraft;
  /** Version that is replaced; absent = there must be none. */
  replaces?: string;
}

export interface DraftStore {
  /** Sorted by kind and name. */
  list(fabric: string): Promise<StoredDraft[]>;
  count(fabric: string): Promise<number>;
  get(fabric: string, resource: ResourceRef): Promise<StoredDraft | undefined>;
  /**
   * All of them or none, in one transaction.
   *
   * @throws PreconditionFailedError when one of them is not what the write replaces
   */
  save(fabric: string, writes: readonly DraftWrite[]): Promise<void>;
  /** Removes drafts that still are of these versions. @returns how many */
  remove(
    fabric: string,
    drafts: readonly (ResourceRef & { version: string })[],
  ): Promise<number>;
  clear(fabric: string): Promise<number>;
}
