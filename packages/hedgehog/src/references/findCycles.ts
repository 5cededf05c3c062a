import { KubernetesObject, ObjectKey } from '../model/KubernetesObject';
import { keyOf } from './ReferenceIndex';
import { referencesOf } from './referencesOf';
import { stronglyConnected } from './stronglyConnected';

/** Groups of objects that refer to each other in a circle, or to themselves. None of a group can be created first. */
export function findCycles(
  objects: readonly KubernetesObject[],
): ObjectKey[][] {
  const keys = objects.map(object => ({
    kind: object.kind,
    name: object.metadata.name,
  }));
  const positions = new Map(keys.map((key, index) => [keyOf(key), index]));
  const edges = objects.map(object =>
    referencesOf(object).flatMap(
      reference => positions.get(keyOf(reference)) ?? [],
    ),
  );
  return stronglyConnected(edges)
    .filter(
      members => members.length > 1 || edges[members[0]].includes(members[0]),
    )
    .map(members => members.sort((a, b) => a - b).map(member => keys[member]));
}
