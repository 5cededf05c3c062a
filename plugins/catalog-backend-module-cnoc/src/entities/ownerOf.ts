import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';

const PART = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/**
 * The fabric's owner as a whole entity reference, `unknown` when it has none or one that no entity can have.
 */
export function ownerOf(fabric: Pick<Fabric, 'owner'>): string {
  if (!fabric.owner) return 'unknown';
  try {
    const ref = parseEntityRef(fabric.owner, { defaultKind: 'group' });
    return Object.values(ref).every(part => PART.test(part))
      ? stringifyEntityRef(ref)
      : 'unknown';
  } catch {
    return 'unknown';
  }
}
