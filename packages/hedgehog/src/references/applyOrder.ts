import { findKind } from '../kinds';
import { KubernetesObject, ObjectKey } from '../model/KubernetesObject';
import { stronglyConnected } from './stronglyConnected';
import { keyOf } from './ReferenceIndex';
import { referencesOf } from './referencesOf';

/**
 * Items in waves: everything an item refers to is in an earlier wave, and kinds keep the order in which Hedgehog's
 * installer applies them. Items of one wave do not depend on each other. Objects that refer to each other in a circle
 * share a wave (see `findCycles`). Linear in items and references.
 */
export function applyOrder<T extends ObjectKey>(
  items: readonly T[],
  objectOf: (item: T) => KubernetesObject,
): T[][] {
  const positions = new Map<string, number>();
  items.forEach((item, index) => positions.set(keyOf(item), index));
  const edges = items.map(item =>
    referencesOf(objectOf(item)).flatMap(
      reference => positions.get(keyOf(reference)) ?? [],
    ),
  );
  const ranks: number[] = new Array(items.length).fill(0);
  // Components come out in an order in which targets precede their referrers.
  for (const component of stronglyConnected(edges)) {
    const members = new Set(component);
    let rank = 0;
    for (const member of component) {
      rank = Math.max(rank, findKind(items[member].kind)?.applyWave ?? 0);
      for (const target of edges[member]) {
        if (!members.has(target)) rank = Math.max(rank, ranks[target] + 1);
      }
    }
    for (const member of component) ranks[member] = rank;
  }
  const waves = new Map<number, T[]>();
  items.forEach((item, index) => {
    const wave = waves.get(ranks[index]);
    if (wave) wave.push(item);
    else waves.set(ranks[index], [item]);
  });
  return [...waves.keys()]
    .sort((a, b) => a - b)
    .map(rank => waves.get(rank) as T[]);
}

/** The waves of {@link applyOrder} reversed: whoever refers to an item is deleted before it. */
export function deleteOrder<T extends ObjectKey>(
  items: readonly T[],
  objectOf: (item: T) => KubernetesObject,
): T[][] {
  return applyOrder(items, objectOf).reverse();
}
