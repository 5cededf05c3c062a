import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityService } from '../activity/ActivityService';
import type { DesiredService } from '../desired';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { FabricObservation, FabricStore } from '../fabrics/FabricStore';
import type { Fence } from '../fabrics/Fence';
import type { LiveService, LiveSnapshot } from '../live';
import { changeFindings } from './changeFindings';
import { changedByOf } from './changedByOf';
import { compareFabric } from './compareFabric';
import { findingActivity } from './findingActivity';
import { findingsOf } from './findingsOf';
import type { FindingChanges, FindingStore, OpenFinding } from './FindingStore';
import { LagTracker } from './LagTracker';
import { observationOf } from './observationOf';
import { resourceKey } from './resourceKey';
import type { ResourceStateStore } from './ResourceStateStore';

/** Compares desired and live state of whole fabrics, and keeps what it finds. */
export class DriftService {
  readonly #fabrics: FabricStore;
  readonly #states: ResourceStateStore;
  readonly #findings: FindingStore;
  readonly #desired: DesiredService;
  readonly #live: LiveService;
  readonly #activity: ActivityService;
  readonly #now: () => Date;
  readonly #lag = new Map<string, LagTracker>();

  private constructor(options: DriftServiceOptions) {
    this.#fabrics = options.fabrics;
    this.#states = options.states;
    this.#findings = options.findings;
    this.#desired = options.desired;
    this.#live = options.live;
    this.#activity = options.activity;
    this.#now = options.now;
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
    const [run, desired, snapshot] = await Promise.all([
      this.#desired.lastRun(fabric),
      this.#desired.objects(fabric),
      this.#live.snapshot(definition),
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
      managedKinds,
      lagging:
        unknown === 'all'
          ? new Set()
          : this.#lagOf(fabric).update(snapshot.objects, snapshot.switches),
      commit: run.commit?.sha,
    });

    const liveByKey = new Map(
      snapshot.objects.map(object => [resourceKey(object), object]),
    );
    const open = await this.#findings.open(fabric);
    const changes = changeFindings(
      open,
      findingsOf({
        ...comparison,
        switches: unknown === 'all' ? [] : snapshot.switches,
        diagnostics: run.diagnostics,
        changedBy: (resource, path) =>
          changedByOf(this.#live, liveByKey.get(resourceKey(resource)), path),
      }),
      frozenBy(snapshot, unknown),
    );
    const counts = openAfter(open, changes);

    await this.#findings.write(fabric, this.#now(), changes, fence);
    const statesChanged = await this.#states.write(
      fabric,
      comparison.verdicts.map(verdict => ({
        ...verdict,
        findings: counts.get(resourceKey(verdict)) ?? 0,
      })),
      fence,
    );

    const driftState = driftStateOf(
      run.commit !== undefined,
      unknown,
      comparison.verdicts,
    );
    const observation = observationOf(snapshot);
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

    const entries = findingActivity(changes);
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

function openAfter(
  open: OpenFinding[],
  changes: FindingChanges,
): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (resource: { kind: string; name: string }, by: number) => {
    const key = resourceKey(resource);
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const finding of open) add(finding, 1);
  for (const finding of changes.resolved) add(finding, -1);
  for (const { content } of changes.opened) add(content, 1);
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
      switches: observation?.switches.map(one => ({
        ...one,
        heartbeatAt: undefined,
      })),
    });
  return strip(a) === strip(b);
}
