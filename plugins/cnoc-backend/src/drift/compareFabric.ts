import {
  compareCanonical,
  type Drift,
  type Fact,
  type ResourceState,
  type Severity,
} from '@cnoc/hedgehog';
import type {
  FabricScope,
  SeverityCounts,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { DesiredObject } from '../desired';
import type { LiveObject } from '../live';
import { contentHash } from './contentHash';
import { contextOf } from './contextOf';
import { DesiredIndex } from './DesiredIndex';
import { deletingDrift } from './deletingDrift';
import { detailsOf } from './detailsOf';
import { IgnoreRules, type IgnoredDifference } from './ignore/IgnoreRules';
import { orphanScope } from './orphanScope';
import { resourceKey } from './resourceKey';

/** What the comparison says of one resource. */
export interface ResourceVerdict {
  kind: string;
  name: string;
  state: ResourceState;
  severity?: Severity;
  reason?: string;
  rule?: string;
  lag: boolean;
  file?: string;
  line?: number;
  commit?: string;
  inGit: boolean;
  inCluster: boolean;
  facts: Fact[];
  /** What it refers to directly and the fabric knows */
  dependsOn: { kind: string; name: string }[];
}

export interface FabricComparison {
  verdicts: ResourceVerdict[];
  /** Drifts with their differences, by resource key; only of resources that differ */
  drifts: Map<string, Drift>;
  /** Differences that each ignore rule left out; rules that hid nothing are absent */
  hidden: Map<string, SeverityCounts>;
}

type Resource = Pick<ResourceVerdict, 'kind' | 'name'>;

/** A drift after the ignore rules. */
export interface JudgedDrift {
  drift: Drift;
  ignored: IgnoredDifference[];
}

const IN_SYNC: JudgedDrift = {
  drift: { state: 'synced', differences: [] },
  ignored: [],
};

/**
 * Compares what git has with what the cluster has, resource by resource.
 *
 * @param unknown - kinds that could not be listed, or 'all' while live state cannot be renewed: their resources are
 *   `unknown`, never missing
 * @param notServed - those of them that the cluster does not have, with the reason; then it has nothing of them that git
 *   has not
 * @param managedKinds - kinds that the fabric's directory manages
 * @param scope - what of the cluster belongs to the fabric although git does not have it; default: the managed kinds
 * @param ignore - differences that are left out
 * @param lagging - keys of resources that a switch has not applied yet
 */
export function compareFabric(input: {
  desired: readonly DesiredObject[];
  live: readonly LiveObject[];
  unknown: ReadonlySet<string> | 'all';
  notServed?: ReadonlyMap<string, string>;
  managedKinds: ReadonlySet<string>;
  lagging: ReadonlySet<string>;
  scope?: FabricScope;
  ignore?: IgnoreRules;
  commit?: string;
}): FabricComparison {
  const { desired, live, unknown, managedKinds, lagging, commit } = input;
  const { scope, ignore = IgnoreRules.none, notServed } = input;
  const context = contextOf(input);
  const isUnknown = (kind: string) => unknown === 'all' || unknown.has(kind);
  const index = DesiredIndex.of(desired);
  const counterparts: (LiveObject | undefined)[] = new Array(
    desired.length,
  ).fill(undefined);
  const orphans: LiveObject[] = [];
  const isInScope = orphanScope(managedKinds, scope);
  for (const object of live) {
    const place = index.placeOf(object);
    if (place !== undefined) counterparts[place] = object;
    else if (isInScope(object) && !notServed?.has(object.kind)) {
      orphans.push(object);
    }
  }
  const orphaned = new Set(orphans.map(resourceKey));
  const isKnown = (resource: Resource) =>
    index.placeOf(resource) !== undefined ||
    orphaned.has(resourceKey(resource));
  const verdicts: ResourceVerdict[] = [];
  const drifts = new Map<string, Drift>();
  const hidden = new Map<string, SeverityCounts>();

  const judge = (
    { kind, name }: Resource,
    facts: Fact[],
    dependsOn: Resource[],
    inGit: DesiredObject | undefined,
    inCluster: LiveObject | undefined,
  ) => {
    // All of one structure, and always in this order: they are hashed as they stand
    const verdict: ResourceVerdict = {
      kind,
      name,
      inGit: inGit !== undefined,
      inCluster: inCluster !== undefined,
      facts,
      dependsOn,
      file: inGit?.file,
      line: inGit?.line,
      commit: inGit && commit,
      state: 'unknown',
      severity: undefined,
      reason: undefined,
      rule: undefined,
      lag: false,
    };
    verdicts.push(verdict);
    if (isUnknown(kind)) {
      verdict.reason = notServed?.get(kind);
      return;
    }
    verdict.lag = lagging.size > 0 && lagging.has(resourceKey(verdict));
    const { drift } = driftOf(inGit, inCluster, { context, ignore, hidden });
    if (drift.state === 'synced') {
      verdict.state = verdict.lag ? 'pending' : 'synced';
      return;
    }
    drifts.set(resourceKey(verdict), drift);
    verdict.state = drift.state;
    verdict.severity = drift.severity ?? worstOf(drift);
    verdict.reason = drift.reason;
    verdict.rule = drift.rule;
  };

  for (const [place, object] of desired.entries()) {
    const { facts, references, inGit } = index.detailsAt(place);
    const isAll = inGit === references || orphans.length === 0;
    const dependsOn = isAll ? inGit : references.filter(isKnown);
    judge(object, facts, dependsOn, object, counterparts[place]);
  }
  for (const object of orphans) {
    const { facts, references } = detailsOf(object.canonical);
    judge(object, facts, references.filter(isKnown), undefined, object);
  }
  return { verdicts, drifts, hidden };
}

/** How the two sides of one resource differ. @param by - `hidden`: where to count what each ignore rule hides */
export function driftOf(
  inGit: DesiredObject | undefined,
  inCluster: LiveObject | undefined,
  by: {
    context: ReturnType<typeof contextOf>;
    ignore: IgnoreRules;
    hidden?: Map<string, SeverityCounts>;
  },
): JudgedDrift {
  const { context, ignore, hidden } = by;
  if (inCluster?.deleting) {
    return { drift: deletingDrift(inGit, inCluster, context), ignored: [] };
  }
  if (inGit && inCluster && inGit.hash === inCluster.hash) return IN_SYNC;
  const drift = compareCanonical(
    inGit?.canonical,
    inCluster?.canonical,
    context,
  );
  return ignore.apply(drift, inCluster, hidden);
}

/** What the cluster has, git has not, and the fabric's scope covers. */
export function inScope(
  live: readonly LiveObject[],
  desired: readonly DesiredObject[],
  managedKinds: ReadonlySet<string>,
  scope: FabricScope | undefined,
): LiveObject[] {
  const index = DesiredIndex.of(desired);
  const isInScope = orphanScope(managedKinds, scope);
  return live.filter(
    object => isInScope(object) && index.placeOf(object) === undefined,
  );
}

/** The worst severity among the differences; a drift without any is a warning. */
export function worstOf(drift: Drift): Severity {
  for (const severity of ['critical', 'warning', 'info'] as const) {
    if (drift.differences.some(one => one.severity === severity)) {
      return severity;
    }
  }
  return 'warning';
}

/** Content hash of a verdict, to write only what changed. */
export function hashOfVerdict(verdict: ResourceVerdict): string {
  // The commit alone moves with each push of anybody; it is not worth rewriting every row
  return contentHash({ ...verdict, commit: undefined });
}
