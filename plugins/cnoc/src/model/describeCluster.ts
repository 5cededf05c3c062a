import type { Cluster } from '@cnoc/backstage-plugin-cnoc-common';
import type { Tone } from './describeStatus';

/** @internal */
export type DescribedCluster = { tone: Tone; word: string };

/**
 * Whether a cluster answers, as a word. One that changed behind its address is not read, whatever answers there.
 *
 * @internal
 */
export function describeClusterHealth({
  health,
  identity,
}: Pick<Cluster, 'health' | 'identity'>): DescribedCluster {
  if (identity.state === 'changed') {
    return { tone: 'bad', word: 'Another cluster' };
  }
  switch (health.state) {
    case 'connected':
      return { tone: 'good', word: 'Connected' };
    case 'degraded':
      return { tone: 'warning', word: 'Degraded' };
    case 'disconnected':
      return { tone: 'bad', word: 'Disconnected' };
    default:
      return { tone: 'unknown', word: 'Unknown' };
  }
}

/** @internal */
export function describeIdentity({
  identity,
}: Pick<Cluster, 'identity'>): DescribedCluster {
  switch (identity.state) {
    case 'pinned':
      return { tone: 'good', word: 'As registered' };
    case 'changed':
      return { tone: 'bad', word: 'Changed' };
    default:
      return { tone: 'unknown', word: 'Not seen yet' };
  }
}

/**
 * Where address and secret come from.
 *
 * @internal
 */
export function describeClusterAccess(
  cluster: Pick<Cluster, 'access' | 'kubernetesCluster' | 'credential'>,
): string {
  switch (cluster.access) {
    case 'credential':
      return cluster.credential ?? 'a stored secret';
    case 'config':
      return 'in the configuration';
    case 'inCluster':
      return 'the pod’s service account';
    case 'kubernetes':
      return cluster.kubernetesCluster
        ? `the portal’s kubernetes cluster ${cluster.kubernetesCluster}`
        : 'the portal’s kubernetes configuration';
    default:
      return 'none';
  }
}

/**
 * How much a cluster needs a person; larger = more.
 *
 * @internal
 */
export function clusterNeed({ health, identity, fabrics }: Cluster): number {
  const states = {
    disconnected: 3_000,
    degraded: 2_000,
    unknown: 1_000,
    connected: 0,
  };
  return (
    states[health.state] +
    (identity.state === 'changed' ? 10_000 : 0) +
    Math.min(fabrics.length, 999)
  );
}

/** @internal */
export function compareClusters(a: Cluster, b: Cluster): number {
  return clusterNeed(b) - clusterNeed(a) || a.name.localeCompare(b.name);
}
