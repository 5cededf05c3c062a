import type { CommitInfo } from './git/GitEngine';

export interface RepositoryHealth {
  state: 'reachable' | 'unreachable' | 'unknown';
  /** When the state began. */
  since?: Date;
  /** For programs; a reason of GitError */
  reason?: string;
  message?: string;
}

/** The SSH host key that was first seen, or that somebody trusts since. */
export interface PinnedHostKey {
  /** As in known_hosts, without the host */
  key: string;
  /** `host:port` that it belongs to: another address begins anew */
  host: string;
  since: string;
}

/** What was seen of one remote. Times are ISO 8601. */
export interface RepositoryObservation {
  health: RepositoryHealth;
  /** When the remote last answered */
  readAt?: string;
  /** The newest commit that was seen on the branch */
  head?: CommitInfo;
  hostKey?: PinnedHostKey;
  /** Fingerprint of another key that the remote showed, and that is refused */
  offeredKey?: string;
  /** When the last genuine webhook came */
  webhookAt?: string;
}

/** Remembers what was seen of each remote. */
export interface RepositoryStore {
  list(): Promise<Map<string, RepositoryObservation>>;
  get(name: string): Promise<RepositoryObservation | undefined>;
  /** A new state of health; the one before becomes history. */
  saveHealth(name: string, health: RepositoryHealth): Promise<void>;
  /** How health changed, newest first; at most 50. */
  history(name: string): Promise<RepositoryHealth[]>;
  /** Remembers further facts; `null` forgets one. */
  note(
    name: string,
    facts: {
      [K in 'readAt' | 'head' | 'hostKey' | 'offeredKey' | 'webhookAt']?:
        | RepositoryObservation[K]
        | null;
    },
  ): Promise<void>;
  /** Everything of a repository that is gone. */
  forget(name: string): Promise<void>;
}
