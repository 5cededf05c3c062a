import { roomOfTables } from '../fabrics/FabricRoom';

/** What this room knows of a fabric. */
export const desiredRoom = roomOfTables({
  place: ['desired_resources', 'desired_files', 'sync_runs'],
});
