import type { Knex } from 'knex';

/** What a room of the engine does when a fabric moves or ends. All of it is part of the transaction that says so. */
export interface FabricRoom {
  /** @throws ConflictError while something is under way that the change would break */
  assertIdle?(tx: Knex.Transaction, fabric: string): Promise<void>;
  /** Forgets what was found at the fabric's place in git or cluster: nothing of it holds elsewhere. */
  leavePlace?(tx: Knex.Transaction, fabric: string): Promise<void>;
  /** Forgets everything about the fabric. */
  forget(tx: Knex.Transaction, fabric: string): Promise<void>;
}

/**
 * A room that keeps rows by fabric, and no more than that.
 *
 * @param tables - in the order in which their rows can be deleted; `place` = what was found at the fabric's place
 */
export function roomOfTables(tables: {
  place?: readonly string[];
  others?: readonly string[];
}): Required<Pick<FabricRoom, 'leavePlace' | 'forget'>> {
  const { place = [], others = [] } = tables;
  const empty = async (
    tx: Knex.Transaction,
    fabric: string,
    names: readonly string[],
  ) => {
    for (const name of names) await tx(name).where({ fabric }).delete();
  };
  return {
    leavePlace: (tx, fabric) => empty(tx, fabric, place),
    forget: (tx, fabric) => empty(tx, fabric, [...place, ...others]),
  };
}
