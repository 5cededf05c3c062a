import { compareCanonical } from '../compare/compareCanonical';
import { Drift } from '../compare/Drift';
import { KubernetesObject } from '../model/KubernetesObject';
import { keyOf } from '../references/ReferenceIndex';
import { FabricContext, FabricContextInput } from './FabricContext';

/**
 * Every drift of a fabric by `kind/name`, judged by what it does. Objects are in canonical form. Objects that are in sync
 * are left out, as are live objects of kinds that git does not manage, and everything of unknown kinds.
 */
export function driftsOf(
  desired: readonly KubernetesObject[],
  live: readonly KubernetesObject[],
  options: Omit<FabricContextInput, 'desired' | 'live'> = {},
): Map<string, Drift> {
  const managedKinds =
    options.managedKinds ?? new Set(desired.map(({ kind }) => kind));
  const context = FabricContext.of({ ...options, desired, live, managedKinds });
  const wanted = byKey(desired);
  const found = byKey(live);
  const drifts = new Map<string, Drift>();
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    const [inGit, inCluster] = [wanted.get(key), found.get(key)];
    const { kind } = (inGit ?? inCluster) as KubernetesObject;
    if (!managedKinds.has(kind) || options.unknownKinds?.has(kind)) continue;
    const drift = compareCanonical(inGit, inCluster, context);
    if (drift.state !== 'synced') drifts.set(key, drift);
  }
  return drifts;
}

function byKey(objects: readonly KubernetesObject[]) {
  return new Map(
    objects.map(object => [
      keyOf({ kind: object.kind, name: object.metadata.name }),
      object,
    ]),
  );
}
