import type { Diagnostic } from '@cnoc/hedgehog';
import type { CommitInfo } from '../repositories';

/** What a run did, in exact numbers. */
export interface SyncChanges {
  /** Files that were parsed. */
  files: number;
  /** Resources added or changed. */
  written: number;
  removed: number;
}

/** The outcome of reading a fabric from git. */
export interface SyncRun {
  state: 'synced' | 'failed' | 'never';
  /** The commit whose resources are held: the last good one. */
  commit?: CommitInfo;
  at?: Date;
  message?: string;
  diagnostics: Diagnostic[];
  /** The commit that the run read, or tried to. */
  attemptedCommit?: string;
  /** The branch was rewritten: the commit seen before is not among this one's ancestors. */
  rewritten?: boolean;
  /** Absent where no commit could be read. */
  changed?: SyncChanges;
}

/** A run with what the next poll needs to know. */
export interface StoredSyncRun extends SyncRun {
  id: number;
  state: 'synced' | 'failed';
  at: Date;
  /** The outcome belongs to the commit; trying it again changes nothing. */
  settled: boolean;
  /** What was read, and by which reader: see `sourceOf`. */
  source: string;
}
