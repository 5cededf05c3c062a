import { FabricContext, type KubernetesObject } from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import type { LiveObject } from '../live';

/**
 * The whole fabric around one that differs, so that a severity comes from what the difference does to traffic. It reads
 * nothing before something differs.
 *
 * @param direction - `deploy` judges what making live equal desired does
 * @returns undefined while live state cannot be renewed: then the rules for single fields judge
 */
export function contextOf(input: {
  desired: readonly DesiredObject[];
  live: readonly LiveObject[];
  unknown: ReadonlySet<string> | 'all';
  managedKinds: ReadonlySet<string>;
  direction?: 'drift' | 'deploy';
}): FabricContext | undefined {
  const { desired, live, unknown, managedKinds, direction } = input;
  if (unknown === 'all') return undefined;
  return FabricContext.of({
    desired: canonicalOf(desired),
    live: canonicalOf(live),
    managedKinds,
    unknownKinds: unknown,
    direction,
  });
}

function canonicalOf(
  objects: readonly { canonical: KubernetesObject }[],
): Iterable<KubernetesObject> {
  return {
    *[Symbol.iterator]() {
      for (const { canonical } of objects) yield canonical;
    },
  };
}
