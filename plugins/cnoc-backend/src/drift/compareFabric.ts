import {
  compareCanonical,
  factsOf,
  referencesOf,
  type Drift,
  type Fact,
  type KubernetesObject,
  type ResourceState,
  type Severity,
} from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import type { LiveObject } from '../live';
import { contentHash } from './contentHash';
import { contextOf } from './contextOf';
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
}

const IN_SYNC: Drift = { state: 'synced', differences: [] };

/**
 * Compares what git has with what the cluster has, resource by resource.
 *
 * @param unknown - kinds that could not be listed, or 'all' while live state cannot be renewed: their resources are
 *   `unknown`, never missing
 * @param managedKinds - kinds that the fabric's directory manages; what the cluster has of other kinds is not in scope
 * @param lagging - keys of resources that a switch has not applied yet
 */
export function compareFabric(input: {
  desired: readonly DesiredObject[];
  live: readonly LiveObject[];
  unknown: ReadonlySet<string> | 'all';
  managedKinds: ReadonlySet<string>;
  lagging: ReadonlySet<string>;
  commit?: string;
}): FabricComparison {
  const { desired, live, unknown, managedKinds, lagging, commit } = input;
  const context = contextOf(input);
  const isUnknown = (kind: string) => unknown === 'all' || unknown.has(kind);
  const liveByKey = new Map(live.map(object => [resourceKey(object), object]));
  const verdicts: ResourceVerdict[] = [];
  const drifts = new Map<string, Drift>();
  const orphans = inScope(live, desired, managedKinds);
  const known = new Set([...desired, ...orphans].map(resourceKey));

  const judge = (
    resource: { kind: string; name: string },
    inGit: DesiredObject | undefined,
    inCluster: LiveObject | undefined,
  ) => {
    const key = resourceKey(resource);
    const base = {
      kind: resource.kind,
      name: resource.name,
      inGit: inGit !== undefined,
      inCluster: inCluster !== undefined,
      ...detailsOf((inGit?.canonical ?? inCluster?.canonical)!, known),
      ...(inGit && { file: inGit.file, line: inGit.line, commit }),
    };
    if (isUnknown(resource.kind)) {
      verdicts.push({ ...base, state: 'unknown', lag: false });
      return;
    }
    const drift =
      inGit && inCluster && inGit.hash === inCluster.hash
        ? IN_SYNC
        : compareCanonical(inGit?.canonical, inCluster?.canonical, context);
    const lag = lagging.has(key);
    if (drift.state === 'synced') {
      verdicts.push({ ...base, state: lag ? 'pending' : 'synced', lag });
      return;
    }
    drifts.set(key, drift);
    verdicts.push({
      ...base,
      state: drift.state,
      severity: drift.severity ?? worstOf(drift),
      reason: drift.reason,
      rule: drift.rule,
      lag,
    });
  };

  for (const object of desired) {
    judge(object, object, liveByKey.get(resourceKey(object)));
  }
  for (const object of orphans) judge(object, undefined, object);
  return { verdicts, drifts };
}

/** What the cluster has, git has not, and the fabric's directory manages. */
export function inScope(
  live: readonly LiveObject[],
  desired: readonly DesiredObject[],
  managedKinds: ReadonlySet<string>,
): LiveObject[] {
  const wanted = new Set(desired.map(resourceKey));
  return live.filter(
    object => managedKinds.has(object.kind) && !wanted.has(resourceKey(object)),
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

interface Details {
  facts: Fact[];
  references: { kind: string; name: string }[];
}

/** Canonical forms are shared and never changed, so what follows from one is worked out once. */
const detailsByCanonical = new WeakMap<KubernetesObject, Details>();

function detailsOf(
  canonical: KubernetesObject,
  known: ReadonlySet<string>,
): Pick<ResourceVerdict, 'facts' | 'dependsOn'> {
  let details = detailsByCanonical.get(canonical);
  if (!details) {
    const references = new Map(
      referencesOf(canonical).map(({ kind, name }) => [
        resourceKey({ kind, name }),
        { kind, name },
      ]),
    );
    details = {
      facts: factsOf(canonical),
      references: [...references.values()],
    };
    detailsByCanonical.set(canonical, details);
  }
  return {
    facts: details.facts,
    dependsOn: details.references.filter(one => known.has(resourceKey(one))),
  };
}
