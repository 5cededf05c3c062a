/** A credential as it is kept; only `sealed` holds its value. Times are ISO 8601. */
export interface CredentialRecord {
  name: string;
  title?: string;
  type: 'token' | 'basic' | 'ssh' | 'certificate';
  /** `url` = split off from a repository's address (case G4); `cluster` = stored with a cluster, and deleted with it */
  origin: 'api' | 'url' | 'cluster';
  username?: string;
  sealed: string;
  /** Tells two values of this credential apart and says nothing else about them */
  fingerprint: string;
  strength: CredentialStrength;
  /** Only for ssh */
  publicKey?: string;
  expiresAt?: string;
  uses: number;
  lastUsedAt?: string;
  createdAt: string;
  createdBy?: string;
  updatedAt: string;
  rotatedAt?: string;
  /** Changes with each change */
  etag: string;
}

export interface CredentialStrength {
  level: 'weak' | 'fair' | 'strong';
  reason: string;
}
