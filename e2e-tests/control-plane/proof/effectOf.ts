import { bySeverity, type Severity } from '@cnoc/hedgehog';
import type { PlannedChange } from './planChanges';

/** All that holds in a fabric, one text a fact, as the brute-force search in `@cnoc/hedgehog` tells it. */
export interface Facts {
  memberships: Set<string>;
  pairs: Set<string>;
  outside: Set<string>;
  /** What subnets may reach, whoever is in them. */
  networks: Set<string>;
  homings: Map<string, { level: number; links: number }>;
}

/** How grave the effect on servers and devices is: what is lost is critical, what comes unasked a warning. */
export interface Effect {
  onServers: Severity | undefined;
  /** What subnets may reach differs, though no server feels it. */
  isOnNetworks: boolean;
}

export function effectOf(before: Facts, after: Facts): Effect {
  const differ = (part: 'memberships' | 'pairs' | 'outside' | 'networks') =>
    [
      ...(isWithin(before[part], after[part]) ? [] : ['critical' as const]),
      ...(isWithin(after[part], before[part]) ? [] : ['warning' as const]),
    ] satisfies Severity[];
  const found: Severity[] = [
    ...differ('memberships'),
    ...differ('pairs'),
    ...differ('outside'),
    ...redundancy(before, after),
  ];
  return {
    onServers: gravest(found),
    isOnNetworks: differ('networks').length > 0,
  };
}

/** The severity of a drift that is alone in a whole fabric. */
export function severityInFabric(
  change: PlannedChange,
  { onServers, isOnNetworks }: Effect,
): Severity {
  const byRule = change.expected as Severity;
  if (!change.isJudgedByEffect) {
    return gravest([byRule, ...(onServers ? [onServers] : [])]) as Severity;
  }
  if (change.before && change.after) {
    return onServers ?? (isOnNetworks ? 'warning' : 'info');
  }
  // A whole object that nobody needs now is still not as git says.
  return gravest(['warning', ...(onServers ? [onServers] : [])]) as Severity;
}

function gravest(severities: Severity[]): Severity | undefined {
  return [...severities].sort(bySeverity)[0];
}

function redundancy(before: Facts, after: Facts): Severity[] {
  const keys = new Set([...before.homings.keys(), ...after.homings.keys()]);
  return [...keys].flatMap((key): Severity[] => {
    const [was, is] = [before.homings.get(key), after.homings.get(key)];
    // Told as a membership already.
    if (key.startsWith('membership') && !(was && is)) return [];
    if (!was) return ['info'];
    if (!is) return [was.links > 0 ? 'critical' : 'warning'];
    if (is.level !== was.level)
      return [is.level < was.level ? 'critical' : 'info'];
    if (is.links === was.links) return [];
    return [is.links < was.links ? 'warning' : 'info'];
  });
}

function isWithin(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every(fact => b.has(fact));
}
