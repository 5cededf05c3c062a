/** Which cluster answers behind a connection. Times are ISO 8601. */
export interface ClusterIdentity {
  /** The uid of the namespace kube-system that counts: the first that answered, or the one that was accepted since */
  pinned?: string;
  pinnedAt?: string;
  /** Another one that answers; nothing is read or written until it is accepted */
  seen?: string;
  seenAt?: string;
  version?: string;
}

export interface IdentityStore {
  list(): Promise<Map<string, ClusterIdentity>>;
  get(cluster: string): Promise<ClusterIdentity | undefined>;
  /**
   * Remembers who answered: the first is pinned, another one is only noted.
   *
   * @returns what counts after it
   */
  answered(
    cluster: string,
    answer: { uid: string; version?: string; at: string },
  ): Promise<ClusterIdentity>;
  /** Makes another one count. */
  pin(cluster: string, uid: string, at: string): Promise<void>;
}
