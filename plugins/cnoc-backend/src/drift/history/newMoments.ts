import type { Commit, ResourceRef } from '@cnoc/backstage-plugin-cnoc-common';
import type { DesiredObject } from '../../desired';
import type { LiveObject } from '../../live';
import { DesiredIndex } from '../DesiredIndex';
import { ResourceMap } from '../ResourceMap';
import type { NewMoment, Side, SideValue } from './HistoryStore';

/** The last value of each side of each resource. */
export type SideView = Record<Side, ResourceMap<SideValue>>;

export function sideViewOf(values: readonly SideValue[]): SideView {
  return {
    git: ResourceMap.by(values.filter(one => one.side === 'git')),
    cluster: ResourceMap.by(values.filter(one => one.side === 'cluster')),
  };
}

/**
 * What is new against the last values. The first sight of a resource is a moment, and so is its going away; a kind that
 * cannot be seen, or a resource that left the fabric's scope, is neither.
 *
 * @param state - `resources`: those in scope; `live`: all that the cluster has
 */
export function newMoments(
  view: SideView,
  state: {
    resources: readonly ResourceRef[];
    desired: readonly DesiredObject[];
    live: ResourceMap<LiveObject>;
    isUnknown: (kind: string) => boolean;
    commit?: Commit;
  },
): NewMoment[] {
  const { resources, desired, live, isUnknown } = state;
  // The commit that a fabric is read at first says nothing of who wrote what is in it
  const commit = view.git.size === 0 ? undefined : state.commit;
  const moments: NewMoment[] = [];
  const inGit = DesiredIndex.of(desired);
  for (const object of desired) {
    const before = view.git.get(object);
    if (before?.hash === object.hash) continue;
    const { kind, name, hash, canonical } = object;
    const isFirst = !before;
    moments.push({ side: 'git', kind, name, hash, canonical, commit, isFirst });
  }
  for (const resource of resources) {
    const object = live.get(resource);
    if (!object || isUnknown(resource.kind)) continue;
    const before = view.cluster.get(resource);
    // Deleted and created anew is not the same, however equal (K20)
    if (before?.hash === object.hash && before.uid === object.uid) continue;
    const { kind, name, hash, uid, canonical } = object;
    const isFirst = !before;
    moments.push({
      side: 'cluster',
      kind,
      name,
      hash,
      uid,
      canonical,
      isFirst,
    });
  }
  for (const one of view.git.values()) {
    if (one.hash === undefined || inGit.placeOf(one) !== undefined) continue;
    const { kind, name } = one;
    moments.push({ side: 'git', kind, name, isFirst: false, commit });
  }
  for (const one of view.cluster.values()) {
    if (one.hash === undefined || isUnknown(one.kind) || live.get(one)) {
      continue;
    }
    const { kind, name } = one;
    moments.push({ side: 'cluster', kind, name, isFirst: false });
  }
  return moments;
}
