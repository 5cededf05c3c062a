import { parsePrefix, broadcastOf, networkOf } from '../schema/ipv4';
import { ExposeRecord, VPCRecord } from './records';

/** Subnets of a VPC of which a gateway peering shows at least a part to the other side. */
export function exposedSubnets(
  vpc: VPCRecord,
  exposes: readonly ExposeRecord[],
): string[] {
  return [...vpc.subnets].flatMap(([name, { prefix }]) =>
    exposes.some(
      expose =>
        expose.isAll ||
        ((expose.subnets.includes(name) ||
          expose.prefixes.some(shown => overlaps(shown, prefix))) &&
          !expose.without.some(hidden => covers(hidden, prefix))),
    )
      ? [name]
      : [],
  );
}

/** Networks of an external that a gateway peering shows to the other side. */
export function exposedPrefixes(exposes: readonly ExposeRecord[]): string[] {
  return exposes.flatMap(({ isAll, prefixes }) =>
    isAll ? ['0.0.0.0/0'] : prefixes,
  );
}

function rangeOf(text: string | undefined): [number, number] | undefined {
  const prefix = text === undefined ? undefined : parsePrefix(text);
  return prefix && [networkOf(prefix), broadcastOf(prefix)];
}

function overlaps(a: string, b: string | undefined): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return !!left && !!right && left[0] <= right[1] && right[0] <= left[1];
}

function covers(outer: string, inner: string | undefined): boolean {
  const [left, right] = [rangeOf(outer), rangeOf(inner)];
  return !!left && !!right && left[0] <= right[0] && right[1] <= left[1];
}
