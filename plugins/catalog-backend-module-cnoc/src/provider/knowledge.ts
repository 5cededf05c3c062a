import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';

/**
 * Whether the absence of a resource of this kind means that it is gone: git and the cluster were both read, the kind
 * included. What is unknown is not missing.
 */
export function isKindKnown({ status }: Fabric, kind: string): boolean {
  return (
    sidesKnown(status) && !(status.connection.unknownKinds ?? []).includes(kind)
  );
}

/** Whether that holds for every kind. */
export function isSettled({ status }: Fabric): boolean {
  return (
    sidesKnown(status) && (status.connection.unknownKinds ?? []).length === 0
  );
}

/**
 * Equal stamps of one fabric: it need not be read again. Holds the revision, and what decides over {@link isKindKnown}.
 */
export function stampOf({ revision, status }: Fabric): string {
  const { state, staleSince, unknownKinds = [] } = status.connection;
  return JSON.stringify([
    revision,
    status.sync.state,
    state,
    staleSince,
    [...unknownKinds].sort(),
  ]);
}

function sidesKnown({ connection, sync }: Fabric['status']): boolean {
  return (
    sync.state === 'synced' &&
    (connection.state === 'connected' || connection.state === 'degraded') &&
    connection.staleSince === undefined
  );
}
