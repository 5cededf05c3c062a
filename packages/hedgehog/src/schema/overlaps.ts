import { broadcastOf, networkOf, parsePrefix, Prefix } from './ipv4';

/** One IPv4 prefix of something. */
export interface Owned<T> {
  prefix: Prefix;
  owner: T;
}

/** The prefixes of texts that are IPv4 prefixes. */
export function prefixesOf<T>(
  items: Iterable<{ text: unknown; owner: T }>,
): Owned<T>[] {
  const found: Owned<T>[] = [];
  for (const { text, owner } of items) {
    const prefix = typeof text === 'string' ? parsePrefix(text) : undefined;
    if (prefix) found.push({ prefix, owner });
  }
  return found;
}

export function overlap(a: Prefix, b: Prefix): boolean {
  return networkOf(a) <= broadcastOf(b) && networkOf(b) <= broadcastOf(a);
}

/** True when the inner prefix lies wholly in the outer one. */
export function covers(outer: Prefix, inner: Prefix): boolean {
  return (
    networkOf(outer) <= networkOf(inner) &&
    broadcastOf(outer) >= broadcastOf(inner)
  );
}

/** True when a prefix has no host bits. */
export function isCanonical(prefix: Prefix): boolean {
  return networkOf(prefix) === prefix.address;
}

/**
 * For each owner whose prefix lies in (or equals) another one's, that other owner. Prefixes are nested or apart, so one
 * sorted sweep finds them all. `byOwner` settles which of two equal prefixes counts as the other's, so that the answer
 * does not depend on the order of input.
 */
export function overlapsOf<T>(
  items: readonly Owned<T>[],
  byOwner: (a: T, b: T) => number,
): Map<T, T> {
  const sorted = [...items].sort(
    (a, b) =>
      networkOf(a.prefix) - networkOf(b.prefix) ||
      a.prefix.length - b.prefix.length ||
      byOwner(a.owner, b.owner),
  );
  const found = new Map<T, T>();
  const open: Owned<T>[] = [];
  for (const item of sorted) {
    while (
      open.length > 0 &&
      broadcastOf(open[open.length - 1].prefix) < networkOf(item.prefix)
    )
      open.pop();
    const around = open[open.length - 1];
    if (around) found.set(item.owner, around.owner);
    open.push(item);
  }
  return found;
}
