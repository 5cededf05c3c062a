import { covers } from '../schema/overlaps';
import { parsePrefix } from '../schema/ipv4';
import { ExternalRecord } from './records';

/**
 * Networks that a peering lets in of an external. What a BGP external announces is not known here, so there the permit
 * itself is the answer; of a static external, those of its networks that lie in a permitted one.
 */
export function permittedPrefixes(
  permitted: readonly string[],
  external: ExternalRecord | undefined,
): readonly string[] {
  if (!external?.prefixes) return permitted;
  return external.prefixes.filter(own =>
    permitted.some(one => holds(one, own)),
  );
}

function holds(outer: string, inner: string): boolean {
  const [around, within] = [parsePrefix(outer), parsePrefix(inner)];
  return !!around && !!within && covers(around, within);
}
