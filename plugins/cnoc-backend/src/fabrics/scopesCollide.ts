import type { FabricScope } from '@cnoc/backstage-plugin-cnoc-common';
import type { FabricDefinition } from './FabricDefinition';

/**
 * Whether one of two fabrics in the same namespace of a cluster would call objects of the other orphaned, and a prune
 * delete them: at least one claims whatever it finds of its kinds, or both claim the same kinds with labels that one
 * object can carry.
 */
export function scopesCollide(
  a: FabricDefinition,
  b: FabricDefinition,
): boolean {
  if (a.cluster !== b.cluster || a.namespace !== b.namespace) return false;
  const [one, other] = [a.scope ?? {}, b.scope ?? {}];
  if (claimsAll(one) || claimsAll(other)) return true;
  if (claimsNone(one) || claimsNone(other)) return false;
  return kindsMeet(one, other) && !labelsExclude(one, other);
}

function claimsAll(scope: FabricScope): boolean {
  return (
    (scope.orphans ?? 'managed') === 'managed' &&
    Object.keys(scope.labels ?? {}).length === 0
  );
}

function claimsNone(scope: FabricScope): boolean {
  return scope.orphans === 'none';
}

function kindsMeet(a: FabricScope, b: FabricScope): boolean {
  if (a.orphans !== 'listed' || b.orphans !== 'listed') return true;
  return (a.kinds ?? []).some(kind => b.kinds?.includes(kind));
}

function labelsExclude(a: FabricScope, b: FabricScope): boolean {
  return Object.entries(a.labels ?? {}).some(([key, value]) => {
    const other = b.labels?.[key];
    return other !== undefined && other !== value;
  });
}
