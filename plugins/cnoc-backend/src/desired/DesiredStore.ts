import { Fence } from '../fabrics/Fence';
import { DesiredObject } from './DesiredObject';
import { StoredSyncRun } from './SyncRun';

/** How many rows a save wrote, and the run that it recorded. */
export interface SavedRun {
  run: number;
  written: number;
  removed: number;
}

export interface DesiredStore {
  lastRun(fabric: string): Promise<StoredSyncRun | undefined>;
  /** Sorted by kind and name. */
  objects(fabric: string): Promise<DesiredObject[]>;
  get(
    fabric: string,
    kind: string,
    name: string,
  ): Promise<DesiredObject | undefined>;
  /**
   * Records a run and, when it brings objects, makes the fabric's rows equal to them; rows that are equal already are
   * not touched. One transaction, in which the fence must hold.
   */
  save(
    fabric: string,
    run: Omit<StoredSyncRun, 'id'>,
    objects: readonly DesiredObject[] | undefined,
    fence: Fence,
  ): Promise<SavedRun>;
}
