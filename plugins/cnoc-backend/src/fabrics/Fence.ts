import type { Knex } from 'knex';

/**
 * Proof that this replica still holds the lease it works under.
 *
 * Called inside the transaction that writes, so that a replica that was paused (long GC, suspended machine) past its
 * lease cannot overwrite what its successor wrote.
 */
export interface Fence {
  /** @throws ConflictError when another replica holds the lease, or it ran out */
  assertHeld(tx: Knex.Transaction): Promise<void>;
}

/** For tests, and for processes that are alone by construction. */
export const noFence: Fence = { assertHeld: async () => {} };
