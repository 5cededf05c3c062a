import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';

/**
 * How much a fabric needs a person; larger = more. Lost traffic first, then blindness, then broken git, then the rest.
 *
 * @internal
 */
export function needOf({ status }: Fabric): number {
  const { connection, sync, drift, health } = status;
  return (
    Math.min(drift.findings.critical, 99) * 1_000_000 +
    (connection.state === 'disconnected' ? 900_000 : 0) +
    (health.state === 'degraded' ? 500_000 : 0) +
    (sync.state === 'failed' ? 200_000 : 0) +
    (connection.state === 'degraded' ? 100_000 : 0) +
    Math.min(drift.findings.warning, 999) * 100 +
    (drift.state === 'drifted' ? 50 : 0) +
    (drift.state === 'unknown' ? 20 : 0) +
    (health.state === 'progressing' ? 10 : 0)
  );
}

/** @internal */
export function compareByNeed(a: Fabric, b: Fabric): number {
  return needOf(b) - needOf(a) || a.name.localeCompare(b.name);
}
