import { roomOfTables } from '../fabrics/FabricRoom';

/** What this room knows of a fabric. */
export const liveRoom = roomOfTables({
  place: ['live_resources', 'live_connections', 'live_agents'],
});
