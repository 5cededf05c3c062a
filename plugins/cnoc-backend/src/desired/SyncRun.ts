import { Diagnostic } from '@cnoc/hedgehog';
import { CommitInfo } from '../repositories';

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
}

/** A run with what the next poll needs to know. */
export interface StoredSyncRun extends SyncRun {
  id: number;
  /** The outcome belongs to the commit; trying it again changes nothing. */
  settled: boolean;
  /** Repository, branch, path and namespace that were read. */
  source: string;
}
