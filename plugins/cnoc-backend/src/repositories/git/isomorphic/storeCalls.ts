import type { GitChange, TreeEntry } from '../GitEngine';
import type { GitErrorReason } from '../GitError';
import type { PackLimits } from './scanPack';

/** What the thread can be asked, by name: what it takes and what it gives. */
export interface StoreCalls {
  commits: { takes: Record<never, never>; gives: string[] };
  has: { takes: { sha: string }; gives: boolean };
  take: {
    takes: { packFile: string; sha: string; limits: PackLimits };
    gives: void;
  };
  list: {
    takes: { sha: string; path: string; maxListingBytes: number };
    gives: TreeEntry[];
  };
  blobs: {
    takes: { oids: readonly string[]; maxReadBytes: number };
    gives: Map<string, Uint8Array>;
  };
  commit: { takes: { sha: string }; gives: Uint8Array };
  build: {
    takes: { change: GitChange };
    gives: { sha: string; commit: Uint8Array; pack: Uint8Array };
  };
  descends: {
    takes: { packFile: string; sha: string; old: string; limits: PackLimits };
    gives: 'yes' | 'no' | 'cut';
  };
}

export type StoreCall = keyof StoreCalls;

export interface StoreRequest<C extends StoreCall = StoreCall> {
  id: number;
  call: C;
  gitdir: string;
  args: StoreCalls[C]['takes'];
}

export type StoreAnswer =
  | { id: number; value: unknown }
  | {
      id: number;
      error: { name: string; message: string; reason?: GitErrorReason };
    };
