import { Fence } from '../fabrics/Fence';
import { DesiredObject } from './DesiredObject';
import { KnownFile } from './KnownFile';
import { PackedResource } from './parsing/PackedReading';
import { StoredSyncRun } from './SyncRun';

/** What a run changes about a fabric's rows. */
export interface DesiredChange {
  /** The run whose rows these changes start from. */
  base: number | undefined;
  resources: {
    put: (PackedResource & { file: string })[];
    remove: { kind: string; name: string }[];
  };
  files: { put: KnownFile[]; remove: string[] };
}

/** A fabric's rows without the objects in them. */
export interface DesiredIndex {
  files: KnownFile[];
  resources: { kind: string; name: string; file: string; digest: string }[];
}

/** Where a page of files ended; a digest, since a path may be too long to hand out and take back. */
export interface FilePosition {
  index: number;
  digest: string;
}

export interface FilePage {
  files: { path: string; resources: { kind: string; name: string }[] }[];
  total: number;
  /** Absent on the last page. */
  next?: FilePosition;
}

export interface DesiredStore {
  lastRun(fabric: string): Promise<StoredSyncRun | undefined>;
  /** Newest first. @param options - `before`: id of a run; only older ones */
  runs(
    fabric: string,
    options: { limit: number; before?: number },
  ): Promise<StoredSyncRun[]>;
  /** Sorted by kind and name. */
  objects(fabric: string): Promise<DesiredObject[]>;
  get(
    fabric: string,
    kind: string,
    name: string,
  ): Promise<DesiredObject | undefined>;
  index(fabric: string): Promise<DesiredIndex>;
  /** Files with what is in them, sorted by path. */
  files(
    fabric: string,
    options: { limit: number; after?: FilePosition },
  ): Promise<FilePage>;
  fileCount(fabric: string): Promise<number>;
  /**
   * Records a run, and what it changes. One transaction, in which the fence must hold.
   *
   * @throws ConflictError when the rows are not those of the run that the change starts from
   * @returns the id of the run
   */
  save(
    fabric: string,
    run: Omit<StoredSyncRun, 'id'>,
    change: DesiredChange | undefined,
    fence: Fence,
  ): Promise<number>;
}
