import type { FabricObservation } from '../fabrics/FabricStore';
import type { LiveSnapshot } from '../live';

/** The part of a snapshot that the fabric's status shows. */
export function observationOf(snapshot: LiveSnapshot): FabricObservation {
  const { connection, unknownKinds, switches } = snapshot;
  return {
    connection: {
      state: connection.state,
      since: connection.since.toISOString(),
      staleSince: connection.staleSince?.toISOString(),
      message: connection.message,
      unknownKinds: unknownKinds.map(one => one.kind).sort(),
    },
    switches: switches.map(health => ({
      name: health.name,
      role: health.role,
      state: connection.staleSince ? 'unknown' : health.state,
      appliedGeneration: health.appliedGeneration,
      generation: health.generation,
      heartbeatAt: health.heartbeatAt,
    })),
  };
}
