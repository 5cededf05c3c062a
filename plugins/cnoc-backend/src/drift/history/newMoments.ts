import type { Commit, ResourceRef } from '@cnoc/backstage-plugin-cnoc-common';
import type { DesiredObject } from '../../desired';
import type { LiveObject } from '../../live';
import { resourceKey } from '../resourceKey';
import type { NewMoment, SideValue } from './HistoryStore';

/** The last value of each side of each resource. */
export type SideView = Map<string, SideValue>;

export function sideKey(one: Pick<SideValue, 'side' | 'kind' | 'name'>) {
  return `${one.side}/${one.kind}/${one.name}`;
}

/**
 * What is new against the last values. The first sight of a resource is a moment, and so is its going away; a kind that
 * cannot be seen, or a resource that left the fabric's scope, is neither.
 *
 * @param state - `resources`: those in scope; `live`: all that the cluster has, by resource key
 */
export function newMoments(
  view: SideView,
  state: {
    resources: readonly ResourceRef[];
    desired: readonly DesiredObject[];
    live: ReadonlyMap<string, LiveObject>;
    isUnknown: (kind: string) => boolean;
    commit?: Commit;
  },
): NewMoment[] {
  const { resources, desired, live, isUnknown, commit } = state;
  const moments: NewMoment[] = [];
  const inGit = new Set<string>();
  for (const { kind, name, hash, canonical } of desired) {
    const key = sideKey({ side: 'git', kind, name });
    inGit.add(key);
    const before = view.get(key);
    if (before?.hash === hash) continue;
    const isFirst = !before;
    moments.push({ side: 'git', kind, name, hash, canonical, commit, isFirst });
  }
  for (const { kind, name } of resources) {
    const object = live.get(resourceKey({ kind, name }));
    if (!object || isUnknown(kind)) continue;
    const { hash, uid, canonical } = object;
    const before = view.get(sideKey({ side: 'cluster', kind, name }));
    // Deleted and created anew is not the same, however equal (K20)
    if (before?.hash === hash && before.uid === uid) continue;
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
  for (const [key, { side, kind, name, hash }] of view) {
    if (hash === undefined) continue;
    const isThere =
      side === 'git'
        ? inGit.has(key)
        : isUnknown(kind) || live.has(resourceKey({ kind, name }));
    if (isThere) continue;
    moments.push({
      side,
      kind,
      name,
      isFirst: false,
      ...(side === 'git' && { commit }),
    });
  }
  return moments;
}
