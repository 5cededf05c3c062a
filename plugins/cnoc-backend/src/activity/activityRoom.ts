import { roomOfTables } from '../fabrics/FabricRoom';

/** What this room knows of a fabric. */
export const activityRoom = roomOfTables({
  others: ['activity', 'activity_heads', 'notices'],
});
