import type { FabricScope } from '@cnoc/backstage-plugin-cnoc-common';
import type { LiveObject } from '../live';

/**
 * Says which objects of the cluster belong to a fabric although git does not have them. The comparison and the prune of a
 * plan both ask here, so that what is called orphaned and what would be deleted are always the same.
 *
 * @param managedKinds - kinds that the fabric's directory has, or once had
 */
export function orphanScope(
  managedKinds: ReadonlySet<string>,
  scope: FabricScope | undefined,
): (object: LiveObject) => boolean {
  const kinds = orphanKinds(managedKinds, scope);
  const labels = Object.entries(scope?.labels ?? {});
  return object => {
    if (!kinds.has(object.kind)) return false;
    const own = object.canonical.metadata.labels;
    return labels.every(
      ([label, value]) =>
        own !== undefined && Object.hasOwn(own, label) && own[label] === value,
    );
  };
}

/** Kinds of which the cluster may have more than git, and the fabric would call that orphaned. */
export function orphanKinds(
  managedKinds: ReadonlySet<string>,
  scope: FabricScope | undefined,
): ReadonlySet<string> {
  switch (scope?.orphans) {
    case 'none':
      return new Set();
    case 'listed':
      return new Set(scope.kinds ?? []);
    default:
      return managedKinds;
  }
}
