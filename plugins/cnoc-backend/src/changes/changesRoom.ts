import { roomOfTables } from '../fabrics/FabricRoom';

/** What this room knows of a fabric; drafts are people's work and move along. */
export const changesRoom = roomOfTables({
  others: ['drafts', 'change_requests'],
});
