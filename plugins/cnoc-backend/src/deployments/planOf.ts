import type {
  FabricScope,
  PlanLine,
  ResourceRef,
} from '@cnoc/backstage-plugin-cnoc-common';
import {
  applyOrder,
  compareCanonical,
  deleteOrder,
  ReferenceIndex,
  referencesOf,
  type Diagnostic,
  type Drift,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import type { DesiredObject, SyncRun } from '../desired';
import { inScope, worstOf } from '../drift/compareFabric';
import { contextOf } from '../drift/contextOf';
import { orphanKinds } from '../drift/orphanScope';
import { resourceKey } from '../drift/resourceKey';
import type { LiveObject } from '../live';
import type { PlannedLine } from './PlanRecord';

/** A line before its dry run. */
export type DraftLine = Omit<PlannedLine, 'dryRun'> & {
  desired?: DesiredObject;
  liveObject?: LiveObject;
  /** Key of another line that must have happened before the server can judge this one */
  after?: string;
};

export interface DraftPlan {
  lines: DraftLine[];
  blockers: Diagnostic[];
  notPruned: ResourceRef[];
}

/**
 * What would make live equal desired, in order: creates and updates by references, then deletes in reverse.
 *
 * Pure. Whatever makes the plan unsafe to execute is a blocker, with a rule id `plan.*`; the lines are shown all the same.
 */
export function planOf(input: {
  desired: readonly DesiredObject[];
  live: readonly LiveObject[];
  run: Pick<SyncRun, 'state' | 'commit' | 'message'>;
  unknown: ReadonlySet<string> | 'all';
  /** Those of them that the cluster does not have at all, with the reason */
  notServed?: ReadonlyMap<string, string>;
  managedKinds: ReadonlySet<string>;
  /** The fabric's; absent = the managed kinds */
  scope?: FabricScope;
  prune: boolean;
  /** Only these; absent = everything that differs */
  resources?: readonly ResourceRef[];
}): DraftPlan {
  const { desired, live, unknown, managedKinds, prune } = input;
  const only = input.resources && new Set(input.resources.map(resourceKey));
  const selected = (one: ResourceRef) => !only || only.has(resourceKey(one));
  const isUnknown = (kind: string) => unknown === 'all' || unknown.has(kind);

  const liveByKey = new Map(live.map(object => [resourceKey(object), object]));
  const extra = inScope(live, desired, managedKinds, input.scope).filter(
    object => !isUnknown(object.kind) && selected(object),
  );
  const doomed = prune ? extra : [];

  const context = contextOf({ ...input, direction: 'deploy' });

  const lines: DraftLine[] = [];
  const writes = desired.flatMap(object => {
    if (!selected(object) || isUnknown(object.kind)) return [];
    const inCluster = liveByKey.get(resourceKey(object));
    if (inCluster?.hash === object.hash) return [];
    const drift = compareCanonical(
      object.canonical,
      inCluster?.canonical,
      context,
    );
    return drift.state === 'synced'
      ? []
      : [{ kind: object.kind, name: object.name, object, inCluster, drift }];
  });
  const planned = new Set(writes.map(resourceKey));
  applyOrder(writes, write => write.object.canonical).forEach(wave => {
    const number = nextWave(lines);
    for (const { object, inCluster, drift } of wave) {
      lines.push({
        ...lineOf(object, drift, lines.length + 1, number),
        action: inCluster ? 'update' : 'create',
        desiredHash: object.hash,
        live: inCluster && { uid: inCluster.uid, hash: inCluster.hash },
        desired: object,
        liveObject: inCluster,
        after: referencesOf(object.canonical)
          .map(resourceKey)
          .find(key => planned.has(key)),
      });
    }
  });

  const gone = new Set(doomed.map(resourceKey));
  const now = ReferenceIndex.of(
    doomed.length > 0 ? live.map(object => object.canonical) : [],
  );
  const then = ReferenceIndex.of(
    doomed.length > 0 ? remaining(desired, live, gone) : [],
  );
  deleteOrder([...doomed], object => object.canonical).forEach(wave => {
    const number = nextWave(lines);
    for (const object of wave) {
      const drift = compareCanonical(undefined, object.canonical, context);
      lines.push({
        ...lineOf(object, drift, lines.length + 1, number),
        action: 'delete',
        live: { uid: object.uid, hash: object.hash },
        liveObject: object,
        after: now
          .referrersOf(object)
          .map(resourceKey)
          .find(key => gone.has(key) || planned.has(key)),
      });
    }
  });

  return {
    lines,
    blockers: [
      ...stateBlockers(input, selected),
      ...lines.flatMap(line => lineBlockers(line, then)),
    ],
    notPruned: prune ? [] : extra.map(({ kind, name }) => ({ kind, name })),
  };
}

function nextWave(lines: readonly DraftLine[]): number {
  return (lines.at(-1)?.wave ?? 0) + 1;
}

function lineOf(
  resource: ResourceRef,
  drift: Drift,
  seq: number,
  wave: number,
): Pick<
  PlanLine,
  'seq' | 'wave' | 'kind' | 'name' | 'severity' | 'reason' | 'differences'
> {
  return {
    seq,
    wave,
    kind: resource.kind,
    name: resource.name,
    severity: drift.severity ?? worstOf(drift),
    reason:
      drift.reason ??
      drift.differences[0]?.reason ??
      `${resource.kind} '${resource.name}' is ${drift.state}`,
    differences: drift.differences,
  };
}

function stateBlockers(
  input: Parameters<typeof planOf>[0],
  selected: (one: ResourceRef) => boolean,
): Diagnostic[] {
  const { desired, run, unknown, notServed, managedKinds, prune } = input;
  const blockers: Diagnostic[] = [];
  const block = (rule: string, message: string, hint: string) =>
    blockers.push({ rule, severity: 'critical', message, hint });

  if (!run.commit) {
    block(
      'plan.neverSynced',
      'Git has not been read yet, so it is not known what the fabric should be.',
      'Sync the fabric first.',
    );
  } else if (run.state === 'failed') {
    block(
      'plan.failedSync',
      'The newest commit could not be read; a plan of the commit before could undo what it says.',
      'Mend what the sync reports, then plan again.',
    );
  }
  if (prune && desired.length === 0) {
    block(
      'plan.emptyDesired',
      'The directory in git holds no resources; pruning would delete everything.',
      'Check the path of the fabric and its newest commit.',
    );
  }
  if (unknown === 'all') {
    block(
      'plan.staleCluster',
      'The cluster cannot be read now, so it is not known what it has.',
      'Test the connection; plan again when the fabric is connected.',
    );
  } else {
    const wanted = desired.filter(selected).map(object => object.kind);
    const touched = new Set([
      ...wanted,
      ...(prune && !input.resources
        ? orphanKinds(managedKinds, input.scope)
        : []),
    ]);
    for (const kind of [...unknown].sort()) {
      const absent = notServed?.get(kind);
      if (absent) {
        // Where git has none of it either, there is nothing to prune
        if (wanted.includes(kind)) {
          block(
            'plan.unknownKind',
            absent,
            `Bring the cluster to a release that has ${kind}, or plan only other resources.`,
          );
        }
      } else if (touched.has(kind)) {
        block(
          'plan.unknownKind',
          `The cluster does not let CNOC list the kind ${kind}, so what it has of it is unknown.`,
          `Grant list and watch on ${kind}, or plan only other resources.`,
        );
      }
    }
  }
  return blockers;
}

/** @param then - who refers to whom once the plan is done */
function lineBlockers(line: DraftLine, then: ReferenceIndex): Diagnostic[] {
  const at = {
    severity: 'critical',
    kind: line.kind,
    name: line.name,
  } as const;
  if (line.liveObject?.deleting) {
    return [
      {
        ...at,
        rule: 'plan.beingDeleted',
        message: `${line.kind} '${line.name}' is being deleted in the cluster; CNOC never deletes and re-creates.`,
        hint: 'Wait until it is gone, then plan again.',
      },
    ];
  }
  if (line.action !== 'delete') return [];
  return then.referrersOf(line).map(blocker => ({
    ...at,
    rule: 'plan.referenced',
    message: `${line.kind} '${line.name}' cannot be deleted: ${blocker.kind} '${blocker.name}' still refers to it.`,
    hint: `Remove ${blocker.kind} '${blocker.name}' too, or keep both in git.`,
  }));
}

/** What will be there once the plan is done. */
function remaining(
  desired: readonly DesiredObject[],
  live: readonly LiveObject[],
  gone: ReadonlySet<string>,
): KubernetesObject[] {
  const wanted = new Set(desired.map(resourceKey));
  return [
    ...desired.map(object => object.canonical),
    ...live
      .filter(object => {
        const key = resourceKey(object);
        return !wanted.has(key) && !gone.has(key);
      })
      .map(object => object.canonical),
  ];
}
