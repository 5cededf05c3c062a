import type {
  ResourceLayers,
  ResourceRef,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Drift } from '@cnoc/hedgehog';
import type { DesiredObject, SyncRun } from '../desired';
import type { LiveObject, LiveSnapshot, SwitchHealth } from '../live';
import type { ValueAges } from './history/HistoryStore';
import { switchesOf } from './switchesOf';

type Agents = ResourceLayers['agents'];

/**
 * Git, cluster and agents of one resource, each by itself and with its age.
 *
 * @param parts - `drift` after ignore rules, absent where it is not known; `lag` when a switch has not applied the resource;
 *   `driftSince` of the finding that is not resolved
 */
export function layersOf(parts: {
  resource: ResourceRef;
  desired: DesiredObject | undefined;
  live: LiveObject | undefined;
  drift: Drift | undefined;
  isUnknown: boolean;
  /** The whole cluster cannot be read now */
  isStale: boolean;
  run: SyncRun;
  ages: ValueAges;
  snapshot: LiveSnapshot;
  lag: { since?: string } | undefined;
  stateSince: string | undefined;
  driftSince: string | undefined;
}): ResourceLayers {
  return {
    git: gitLayer(parts),
    cluster: clusterLayer(parts),
    agents: agentsLayer(parts),
  };
}

function gitLayer({
  resource,
  desired,
  run,
  ages,
}: Parameters<typeof layersOf>[0]): ResourceLayers['git'] {
  if (run.state === 'never') return { state: 'unknown' };
  const isInvalid = run.diagnostics.some(
    ({ kind, name, severity }) =>
      kind === resource.kind &&
      name === resource.name &&
      severity === 'critical',
  );
  const state = isInvalid ? 'invalid' : 'present';
  return {
    state: desired ? state : 'absent',
    since: ages.git?.at,
    commit: ages.git?.commit,
  };
}

function clusterLayer(
  parts: Parameters<typeof layersOf>[0],
): ResourceLayers['cluster'] {
  const { live, stateSince, driftSince } = parts;
  const state = clusterState(parts);
  if (state === 'unknown') return { state, generation: live?.generation };
  const since =
    state === 'same' ? sameSince(parts.ages) : driftSince ?? stateSince;
  return { state, since, generation: live?.generation };
}

function clusterState({
  desired,
  live,
  drift,
  isUnknown,
}: Parameters<typeof layersOf>[0]): ResourceLayers['cluster']['state'] {
  if (isUnknown) return 'unknown';
  if (!live) return 'missing';
  if (live.deleting) return 'deleting';
  if (!desired) return 'extra';
  return drift && drift.state !== 'synced' ? 'differs' : 'same';
}

/** They are the same since the later of the two became what it is. */
function sameSince({ git, cluster }: ValueAges): string | undefined {
  return [git?.at ?? '', cluster?.at ?? ''].sort().at(-1) || undefined;
}

function agentsLayer({
  resource,
  live,
  snapshot,
  lag,
  isStale,
}: Parameters<typeof layersOf>[0]): Agents {
  const wanted = live
    ? switchesOf(snapshot.objects)(resource)
    : new Set<string>();
  const needed = snapshot.switches.filter(one => wanted.has(one.name));
  if (needed.length === 0) return { state: 'none', switches: [] };
  const switches = needed.map(({ name, state }) => ({
    name,
    state: isStale ? ('unknown' as const) : state,
  }));
  const broken = needed.filter(isBroken);
  if (isStale) return { state: 'unknown', switches };
  if (broken.length > 0) {
    return { state: 'broken', since: oldest(broken), switches };
  }
  if (lag) return { state: 'lagging', since: lag.since, switches };
  const isTold = needed.every(one => one.state !== 'unknown');
  return { state: isTold ? 'applied' : 'unknown', switches };
}

function isBroken({ state }: SwitchHealth): boolean {
  return state === 'silent' || state === 'unhealthy';
}

function oldest(switches: readonly SwitchHealth[]): string | undefined {
  return switches.flatMap(one => one.since ?? []).sort()[0];
}
