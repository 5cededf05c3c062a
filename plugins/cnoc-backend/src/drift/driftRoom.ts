import { roomOfTables, type FabricRoom } from '../fabrics/FabricRoom';

/** What this room knows of a fabric; ignore rules are people's decisions and move along. */
export const driftRoom: FabricRoom = roomOfTables({
  place: [
    'finding_moments',
    'findings',
    'finding_requests',
    'resource_states',
    'resource_moments',
    'resource_contents',
  ],
  others: ['ignore_rules'],
});
