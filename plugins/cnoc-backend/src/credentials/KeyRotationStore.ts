/** Where a room keeps sealed values: `row` is the column that names the row. */
export interface SealedColumn {
  table: string;
  row: string;
  column: string;
}

export interface SealedRow {
  column: SealedColumn;
  name: string;
  sealed: string;
}

/** How far re-encryption is; it outlives the process that does it. Times are ISO 8601. */
export interface RotationProgress {
  state: 'idle' | 'running' | 'done' | 'failed';
  total: number;
  done: number;
  /** `<table>/<name>` of the values that no key of the ring opens */
  failed: string[];
  startedAt?: string;
  finishedAt?: string;
  startedBy?: string;
}

export interface KeyRotationStore {
  /** Every sealed value, in a fixed order. */
  rows(): Promise<SealedRow[]>;
  /** Puts another sealed text in place of exactly this one; does nothing when somebody stored a new value meanwhile. */
  swap(row: SealedRow, sealed: string): Promise<boolean>;
  progress(): Promise<RotationProgress>;
  /** Begins anew, unless one runs. @returns whether it began */
  begin(start: { at: string; by?: string; total: number }): Promise<boolean>;
  /** Takes over the running one when nobody holds it. @returns whether this holder has it now */
  claim(holder: string, ttlMs: number): Promise<boolean>;
  /** @returns false when another holder took over */
  save(
    holder: string,
    progress: Pick<RotationProgress, 'done' | 'failed' | 'total'>,
    ttlMs: number,
  ): Promise<boolean>;
  finish(
    holder: string,
    end: { state: 'done' | 'failed'; at: string },
  ): Promise<void>;
}
