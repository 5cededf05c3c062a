import type { FabricObservation } from '../fabrics/FabricStore';
import type { LiveSnapshot } from '../live';

/** The part of a snapshot that the fabric's status shows. */
export function observationOf(snapshot: LiveSnapshot): FabricObservation {
  const { connection, unknownKinds, switches, fullCheck } = snapshot;
  return {
    connection: {
      state: connection.state,
      since: connection.since.toISOString(),
      staleSince: connection.staleSince?.toISOString(),
      message: connection.message,
      ...(connection.replaced && { replaced: true }),
      unknownKinds: unknownKinds.map(one => one.kind).sort(),
    },
    switches: switches.map(health => ({
      ...health,
      state: connection.staleSince ? 'unknown' : health.state,
    })),
    ...(fullCheck && {
      fullCheck: { ...fullCheck, at: fullCheck.at.toISOString() },
    }),
  };
}
