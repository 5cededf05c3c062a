import type { LiveSnapshot } from '../live';

/** Kinds that the cluster does not have at all, and the sentence that says so. Their resources are unknown (C12). */
export function notServedOf({
  unknownKinds,
}: LiveSnapshot): ReadonlyMap<string, string> {
  return new Map(
    unknownKinds
      .filter(({ reason }) => reason === 'notServed')
      .map(({ kind, message }) => [kind, message]),
  );
}
