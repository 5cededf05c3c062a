/** Names at the start of a path that say which part of a resource it is about. */
const KEPT = 2;

/**
 * A field's path without the keys and indices that tell siblings apart: `spec.subnets.default.vlan` becomes
 * `spec.subnets.*.vlan`, so that one edit of many subnets is seen as one.
 *
 * @internal
 */
export function pathPattern(path: string): string {
  const segments = path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
  const isKey = (segment: string) => segment.startsWith('[');
  return segments
    .map((segment, index) =>
      isKey(segment) || (index >= KEPT && index < segments.length - 1)
        ? '*'
        : segment,
    )
    .join('.');
}
