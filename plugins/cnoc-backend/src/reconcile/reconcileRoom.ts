import { roomOfTables } from '../fabrics/FabricRoom';

/** What this room knows of a fabric. */
export const reconcileRoom = roomOfTables({ others: ['wakes', 'self_tests'] });
