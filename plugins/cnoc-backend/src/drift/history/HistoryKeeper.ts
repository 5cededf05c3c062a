import type {
  ChangedBy,
  Commit,
  ResourceRef,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { DesiredObject } from '../../desired';
import type { Fence } from '../../fabrics/Fence';
import type { LiveObject } from '../../live';
import {
  cnocManager,
  whoDeleted,
  withDeployment,
  type DeploymentWrite,
  type WritesOf,
} from '../DeploymentWrite';
import { resourceKey } from '../resourceKey';
import type { ResourceMap } from '../ResourceMap';
import { newMoments, sideViewOf, type SideView } from './newMoments';
import type { HistoryStore, NewMoment } from './HistoryStore';

/** Moments in one transaction: short enough that others are not kept waiting. */
const SLICE = 1_000;

/** Writes a moment into a resource's history whenever a side of it has another value than before. */
export class HistoryKeeper {
  readonly #store: HistoryStore;
  readonly #writesOf: WritesOf;
  readonly #now: () => Date;
  /** What was written last, under each lease: a replica that lost it in between knows nothing for sure */
  readonly #known = new WeakMap<Fence, Map<string, Promise<SideView>>>();

  private constructor(options: HistoryKeeperOptions) {
    this.#store = options.store;
    this.#writesOf = options.writesOf;
    this.#now = options.now;
  }

  static create(options: HistoryKeeperOptions): HistoryKeeper {
    return new HistoryKeeper(options);
  }

  /**
   * @param resources - those of the fabric's scope
   * @param isUnknown - kinds whose live state cannot be told now: neither there nor gone
   * @throws ConflictError when the fence is lost
   */
  async keep(
    fabric: string,
    state: {
      resources: readonly ResourceRef[];
      desired: readonly DesiredObject[];
      live: ResourceMap<LiveObject>;
      isUnknown: (kind: string) => boolean;
      commit?: Commit;
    },
    fence: Fence,
  ): Promise<void> {
    const view = await this.#viewOf(fabric, fence);
    const moments = newMoments(view, state);
    if (moments.length === 0) return;
    try {
      await this.#attribute(fabric, moments, state.live);
      for (let start = 0; start < moments.length; start += SLICE) {
        const slice = moments.slice(start, start + SLICE);
        await this.#store.write(fabric, this.#now(), slice, fence);
        for (const one of slice) view[one.side].set(one, one);
      }
    } catch (error) {
      // What of it was written is read anew
      this.#known.get(fence)?.delete(fabric);
      throw error;
    }
  }

  #viewOf(fabric: string, fence: Fence): Promise<SideView> {
    const fabrics = this.#known.get(fence) ?? new Map();
    this.#known.set(fence, fabrics);
    const known = fabrics.get(fabric);
    if (known) return known;
    const loading = this.#store.latest(fabric).then(sideViewOf);
    fabrics.set(fabric, loading);
    loading.catch(() => fabrics.delete(fabric));
    return loading;
  }

  async #attribute(
    fabric: string,
    moments: readonly NewMoment[],
    live: ResourceMap<LiveObject>,
  ): Promise<void> {
    const cluster = moments.filter(one => one.side === 'cluster');
    for (const one of cluster) {
      const object = one.hash && live.get(one);
      if (object) one.changedBy = lastWriter(object);
    }
    const ours = cluster.filter(
      one => !one.hash || one.changedBy?.manager === cnocManager,
    );
    if (ours.length === 0) return;
    const writes = byResource(await this.#writesOf(fabric, ours));
    const now = this.#now().toISOString();
    for (const one of ours) {
      const own = writes.get(resourceKey(one)) ?? [];
      one.changedBy = one.changedBy
        ? withDeployment(one.changedBy, own)
        : whoDeleted(own, now);
    }
  }
}

export interface HistoryKeeperOptions {
  store: HistoryStore;
  writesOf: WritesOf;
  now: () => Date;
}

/** Who wrote to a resource last, its status apart. */
export function lastWriter(object: LiveObject): ChangedBy | undefined {
  let last: LiveObject['managers'][number] | undefined;
  for (const manager of object.managers) {
    if (manager.subresource) continue;
    if (!last || (manager.at ?? '') >= (last.at ?? '')) last = manager;
  }
  return last && { manager: last.manager, ...(last.at && { at: last.at }) };
}

export function byResource(
  writes: readonly DeploymentWrite[],
): Map<string, DeploymentWrite[]> {
  const map = new Map<string, DeploymentWrite[]>();
  for (const write of writes) {
    const key = resourceKey(write);
    const list = map.get(key);
    if (list) list.push(write);
    else map.set(key, [write]);
  }
  return map;
}
