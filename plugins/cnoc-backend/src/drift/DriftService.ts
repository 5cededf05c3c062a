import type {
  Commit,
  Finding,
  IgnoreRule,
  Link,
  SeverityCounts,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityService } from '../activity/ActivityService';
import type { DesiredService } from '../desired';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { FabricObservation, FabricStore } from '../fabrics/FabricStore';
import type { Fence } from '../fabrics/Fence';
import { linksOf, type LiveService, type LiveSnapshot } from '../live';
import type { CommitInfo } from '../repositories';
import { attribute } from './attribute';
import { changeFindings, reviveFlapped } from './changeFindings';
import { changedByOf } from './changedByOf';
import { compareFabric } from './compareFabric';
import { findingActivity } from './findingActivity';
import { findingsOf } from './findingsOf';
import type { WritesOf } from './DeploymentWrite';
import type { FindingChanges, FindingStore, OpenFinding } from './FindingStore';
import { HistoryKeeper } from './history/HistoryKeeper';
import type { HistoryStore } from './history/HistoryStore';
import { IgnoreRules } from './ignore/IgnoreRules';
import { describeRule } from './ignore/IgnoreRuleService';
import type { IgnoreRuleStore } from './ignore/IgnoreRuleStore';
import { LagTracker } from './LagTracker';
import { notServedOf } from './notServedOf';
import { observationOf } from './observationOf';
import { ResourceMap } from './ResourceMap';
import type { ResourceStateStore } from './ResourceStateStore';

/** A fact that comes back sooner was never quite gone: the finding goes on. */
const FLAP_MS = 60_000;
const TRIM_EVERY_MS = 60 * 60_000;
const KEEP_MS = 90 * 24 * 60 * 60_000;
const KEEP_RESOLVED = 10_000;

/** Compares desired and live state of whole fabrics, and keeps what it finds. */
export class DriftService {
  readonly #fabrics: FabricStore;
  readonly #states: ResourceStateStore;
  readonly #findings: FindingStore;
  readonly #desired: DesiredService;
  readonly #live: LiveService;
  readonly #activity: ActivityService;
  readonly #now: () => Date;
  readonly #rules: IgnoreRuleStore;
  readonly #historyStore: HistoryStore;
  readonly #history: HistoryKeeper;
  readonly #writesOf: WritesOf;
  /** By fabric, in milliseconds */
  readonly #trimmed = new Map<string, number>();
  readonly #lag = new Map<string, LagTracker>();

  private constructor(options: DriftServiceOptions) {
    this.#fabrics = options.fabrics;
    this.#states = options.states;
    this.#findings = options.findings;
    this.#desired = options.desired;
    this.#live = options.live;
    this.#activity = options.activity;
    this.#now = options.now;
    this.#rules = options.rules;
    this.#historyStore = options.history;
    this.#writesOf = options.writesOf;
    this.#history = HistoryKeeper.create({
      ...options,
      store: options.history,
    });
  }

  static create(options: DriftServiceOptions): DriftService {
    return new DriftService(options);
  }

  /**
   * Compares everything that is held of a fabric, whatever woke it. Only what changed is written and announced.
   *
   * @throws ConflictError when the fence is lost
   */
  async check(definition: FabricDefinition, fence: Fence): Promise<void> {
    const fabric = definition.name;
    const record = await this.#fabrics.get(fabric);
    if (!record) return;
    const [run, desired, snapshot, rules] = await Promise.all([
      this.#desired.lastRun(fabric),
      this.#desired.objects(fabric),
      this.#live.snapshot(definition),
      this.#rules.current(fabric),
    ]);
    // While the first lists run there is nothing to say yet, and what was said before still stands
    if (isStarting(snapshot) && record.checkedAt) return;

    const unknown = unknownOf(snapshot);
    const managedKinds = new Set([
      ...record.managedKinds,
      ...desired.map(object => object.kind),
    ]);
    const comparison = compareFabric({
      desired,
      live: snapshot.objects,
      unknown,
      notServed: notServedOf(snapshot),
      managedKinds,
      scope: definition.scope,
      ignore: IgnoreRules.of(rules.active),
      lagging:
        unknown === 'all'
          ? new Set()
          : this.#lagOf(fabric).update(snapshot.objects, snapshot.switches),
      commit: run.commit?.sha,
    });

    const liveByName = ResourceMap.by(snapshot.objects);
    const open = await this.#findings.open(fabric);
    const wanted = findingsOf({
      ...comparison,
      switches: unknown === 'all' ? [] : snapshot.switches,
      links: await this.#linksOf(definition, snapshot),
      diagnostics: run.diagnostics,
      changedBy: (resource, path) =>
        changedByOf(this.#live, liveByName.get(resource), path),
    });
    const changes = await this.#revived(
      fabric,
      changeFindings(
        open,
        await attribute(fabric, wanted, this.#writesOf),
        frozenBy(snapshot, unknown),
      ),
    );
    const counts = openAfter(open, changes);

    await this.#findings.write(fabric, this.#now(), changes, fence);
    const statesChanged = await this.#states.write(
      fabric,
      this.#now(),
      comparison.verdicts.map(verdict => ({
        ...verdict,
        findings: counts.get(verdict) ?? 0,
      })),
      fence,
    );

    const driftState = driftStateOf(
      run.commit !== undefined,
      unknown,
      comparison.verdicts,
    );
    const observation = observationOf(snapshot, desired);
    await this.#fabrics.update(
      fabric,
      {
        driftState,
        checkedAt: this.#now().toISOString(),
        managedKinds: [...managedKinds].sort(),
        observation,
      },
      fence,
    );
    // What cannot be seen is hidden by no rule; their counts stay what they were
    const hidden =
      unknown === 'all' ? hiddenBefore(rules.active) : comparison.hidden;
    await this.#rules.keep(fabric, { ...rules, hidden }, fence);

    const entries = [
      ...findingActivity(changes),
      ...rules.ended.map(rule => ({
        type: 'ignoreRule.deleted' as const,
        message: `Ended, and compared again: ${describeRule(rule)}`,
      })),
    ];
    if (entries.length > 0) {
      await this.#activity.record(fabric, ...entries);
    } else if (
      statesChanged ||
      changes.changed.length > 0 ||
      driftState !== record.driftState ||
      !sameObservation(observation, record.observation)
    ) {
      await this.#activity.touch(fabric);
    }

    await this.#history.keep(
      fabric,
      {
        resources: comparison.verdicts,
        desired,
        live: liveByName,
        isUnknown: kind => unknown === 'all' || unknown.has(kind),
        commit: run.commit && commitOf(run.commit),
      },
      fence,
    );
    await this.#trim(fabric, fence);
  }

  async #revived(
    fabric: string,
    changes: FindingChanges,
  ): Promise<FindingChanges> {
    if (changes.opened.length === 0) return changes;
    const since = new Date(this.#now().getTime() - FLAP_MS);
    const identities = changes.opened.map(one => one.identity);
    return reviveFlapped(
      changes,
      await this.#findings.resolvedSince(fabric, since, identities),
    );
  }

  /** Only where one is down does it matter what it leads to. */
  async #linksOf(
    definition: FabricDefinition,
    { switches }: LiveSnapshot,
  ): Promise<Link[] | undefined> {
    if (!switches.some(one => (one.interfaces?.down ?? 0) > 0)) {
      return undefined;
    }
    const reports = await this.#live.reports(definition);
    return linksOf(reports.wiring, reports);
  }

  async #trim(fabric: string, fence: Fence): Promise<void> {
    const now = this.#now().getTime();
    if (now - (this.#trimmed.get(fabric) ?? 0) < TRIM_EVERY_MS) return;
    this.#trimmed.set(fabric, now);
    const before = new Date(now - KEEP_MS);
    await this.#findings.trim(
      fabric,
      { resolvedBefore: before, keep: KEEP_RESOLVED },
      fence,
    );
    await this.#historyStore.trim(fabric, before, fence);
  }

  #lagOf(fabric: string): LagTracker {
    const tracker = this.#lag.get(fabric) ?? new LagTracker();
    this.#lag.set(fabric, tracker);
    return tracker;
  }
}

export interface DriftServiceOptions {
  fabrics: FabricStore;
  states: ResourceStateStore;
  findings: FindingStore;
  desired: DesiredService;
  live: LiveService;
  activity: ActivityService;
  rules: IgnoreRuleStore;
  history: HistoryStore;
  writesOf: WritesOf;
  now: () => Date;
}

function isStarting(snapshot: LiveSnapshot): boolean {
  return !snapshot.complete && snapshot.connection.state === 'unknown';
}

/** Kinds whose live state cannot be told; 'all' when none can. */
export function unknownOf(snapshot: LiveSnapshot): ReadonlySet<string> | 'all' {
  const { state, staleSince } = snapshot.connection;
  if (state === 'unknown' || state === 'disconnected' || staleSince) {
    return 'all';
  }
  return new Set(snapshot.unknownKinds.map(one => one.kind));
}

function frozenBy(
  snapshot: LiveSnapshot,
  unknown: ReadonlySet<string> | 'all',
): (finding: Pick<OpenFinding, 'type' | 'kind' | 'name'>) => boolean {
  const unseen = new Set(
    snapshot.switches
      .filter(health => health.state === 'unknown')
      .map(health => health.name),
  );
  return finding => {
    if (finding.type === 'validation') return false;
    if (unknown === 'all') return true;
    if (finding.type === 'drift') return unknown.has(finding.kind);
    return unknown.has('Agent') || unseen.has(finding.name);
  };
}

function hiddenBefore(
  rules: readonly IgnoreRule[],
): Map<string, SeverityCounts> {
  return new Map(
    rules.flatMap(({ id, hidden }) => (hidden ? [[id, hidden]] : [])),
  );
}

/** As the contract has it. */
function commitOf({ sha, message, author, at, url }: CommitInfo): Commit {
  return { sha, message, author, at, url };
}

function openAfter(
  open: OpenFinding[],
  changes: FindingChanges,
): ResourceMap<number> {
  const counts = new ResourceMap<number>();
  const add = (resource: { kind: string; name: string }, by: number) =>
    counts.set(resource, (counts.get(resource) ?? 0) + by);
  for (const one of open) if (one.status === 'open') add(one, 1);
  for (const one of changes.resolved) if (one.status === 'open') add(one, -1);
  for (const one of changes.reopened) add(one, 1);
  for (const { content } of changes.opened) add(content, 1);
  for (const { content, status } of changes.revived) {
    if (status === 'open') add(content, 1);
  }
  return counts;
}

function driftStateOf(
  everSynced: boolean,
  unknown: ReadonlySet<string> | 'all',
  verdicts: readonly { state: Finding['state'] }[],
): 'inSync' | 'drifted' | 'unknown' {
  if (!everSynced || unknown === 'all') return 'unknown';
  if (verdicts.some(verdict => verdict.state === 'unknown')) return 'unknown';
  return verdicts.some(
    ({ state }) =>
      state === 'drifted' || state === 'committed' || state === 'orphaned',
  )
    ? 'drifted'
    : 'inSync';
}

/** Heartbeats alone are no change: they would announce every fabric each few seconds. */
function sameObservation(
  a: FabricObservation,
  b: FabricObservation | undefined,
): boolean {
  const strip = (observation: FabricObservation | undefined) =>
    JSON.stringify({
      ...observation,
      // That it was done is no change; that it found something is
      fullCheck: observation?.fullCheck?.missed,
      switches: observation?.switches.map(one => ({
        ...one,
        heartbeatAt: undefined,
      })),
    });
  return strip(a) === strip(b);
}
