import { canonicalize, hashOf, type KubernetesObject } from '@cnoc/hedgehog';
import { ClusterError, type ClusterClient } from '../live';

/** An object read just now, beside its canonical form. */
export interface CurrentObject {
  object: KubernetesObject;
  canonical: KubernetesObject;
  hash: string;
  uid: string;
  resourceVersion: string;
}

/**
 * Reads one object past every cache.
 *
 * @returns undefined when the cluster says that it has none
 * @throws ClusterError for every other answer
 */
export async function readLive(
  client: ClusterClient,
  kind: string,
  name: string,
  signal: AbortSignal,
): Promise<CurrentObject | undefined> {
  try {
    return currentOf(await client.get(kind, name, signal));
  } catch (error) {
    if (error instanceof ClusterError && error.reason === 'notFound') {
      return undefined;
    }
    throw error;
  }
}

export function currentOf(object: KubernetesObject): CurrentObject {
  const canonical = canonicalize(object);
  return {
    object,
    canonical,
    hash: hashOf(canonical),
    uid: String(object.metadata.uid),
    resourceVersion: String(object.metadata.resourceVersion),
  };
}
