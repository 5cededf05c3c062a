import type { Fence } from '../fabrics/Fence';

/** The right to work on something, until it runs out. */
export interface Lease {
  name: string;
  holder: string;
  /** Grows with each change of holder */
  epoch: number;
}

export interface LeaseStore {
  /** @returns undefined while somebody else holds it */
  acquire(
    name: string,
    holder: string,
    ttlMs: number,
  ): Promise<Lease | undefined>;
  /** @returns false when it was lost */
  renew(lease: Lease, ttlMs: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
  fence(lease: Lease): Fence;
  /** Names of all leases that somebody holds now. */
  held(): Promise<string[]>;
}
