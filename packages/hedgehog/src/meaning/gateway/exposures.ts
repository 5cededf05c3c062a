import { freeRanges, Range } from '../freeRanges';
import {
  ExposeRecord,
  ForwardRecord,
  Translation,
  VPCRecord,
} from '../records';
import { rangesOf, shared } from './ranges';

/** Addresses that a gateway peering shows of one subnet, or of one network outside. Never empty. */
export interface Exposure {
  /** As the hosts have them. */
  native: readonly Range[];
  /** As the other side sees them. */
  seen: readonly Range[];
  translation: Translation;
  forwards: readonly ForwardRecord[];
}

/** What a gateway peering shows of a VPC, by subnet. Subnets of which it shows nothing are left out. */
export function exposuresOf(
  vpc: VPCRecord,
  exposes: readonly ExposeRecord[],
): Map<string, Exposure[]> {
  const found = new Map<string, Exposure[]>();
  for (const [name, { prefix, announced }] of vpc.subnets) {
    const own = prefix ? [prefix] : [];
    const networks = rangesOf([...own, ...announced]);
    const exposures = exposes.flatMap(expose => {
      const { isAll, subnets, prefixes } = expose;
      const named = subnets.includes(name) ? rangesOf(own) : [];
      return exposed(
        isAll ? networks : [...named, ...shared(networks, rangesOf(prefixes))],
        expose,
      );
    });
    if (exposures.length > 0) found.set(name, exposures);
  }
  return found;
}

/** What a gateway peering shows of an external, by network. */
export function outsideExposures(
  exposes: readonly ExposeRecord[],
): Map<string, Exposure[]> {
  const found = new Map<string, Exposure[]>();
  for (const expose of exposes) {
    for (const prefix of expose.isAll ? ['0.0.0.0/0'] : expose.prefixes) {
      const exposures = exposed(rangesOf([prefix]), expose);
      if (exposures.length > 0)
        found.set(prefix, [...(found.get(prefix) ?? []), ...exposures]);
    }
  }
  return found;
}

function exposed(
  shown: readonly Range[],
  { without, translation, as, forwards }: ExposeRecord,
): Exposure[] {
  const native = freeRanges(shown, rangesOf(without));
  // Which of the shown addresses stands for which host is not looked into: any may stand for any.
  const isTranslated = translation !== 'plain' && as.prefixes.length > 0;
  const seen = isTranslated
    ? freeRanges(rangesOf(as.prefixes), rangesOf(as.without))
    : native;
  return native.length > 0 && seen.length > 0
    ? [{ native, seen, translation, forwards }]
    : [];
}
