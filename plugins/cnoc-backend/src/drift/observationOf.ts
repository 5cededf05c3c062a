import type { FabricObservation } from '../fabrics/FabricStore';
import type { DesiredObject } from '../desired';
import { isEssentialKind, type LiveSnapshot, type UnknownKind } from '../live';

/** The part of a snapshot that the fabric's status shows. @param desired - what git has of the fabric */
export function observationOf(
  snapshot: LiveSnapshot,
  desired: readonly Pick<DesiredObject, 'kind'>[],
): FabricObservation {
  const { connection, unknownKinds, switches, fullCheck } = snapshot;
  return {
    connection: {
      state: connection.state,
      since: connection.since.toISOString(),
      staleSince: connection.staleSince?.toISOString(),
      message: connection.message,
      ...(connection.replaced && { replaced: true }),
      unknownKinds: unknownKinds
        .filter(one => concerns(one, desired))
        .map(one => one.kind)
        .sort(),
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

/** A kind that a cluster may lack is of no interest to a fabric without any of it. */
function concerns(
  { kind, reason }: UnknownKind,
  desired: readonly Pick<DesiredObject, 'kind'>[],
): boolean {
  return (
    reason !== 'notServed' ||
    isEssentialKind(kind) ||
    desired.some(object => object.kind === kind)
  );
}
