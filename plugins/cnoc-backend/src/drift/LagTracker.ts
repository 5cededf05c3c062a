import type { KubernetesObject } from '@cnoc/hedgehog';
import type { SwitchHealth } from '../live';
import { hasApplied, isLagging } from './isLagging';
import { resourceKey } from './resourceKey';
import { ResourceMap } from './ResourceMap';
import { switchesOf } from './switchesOf';

interface Live {
  kind: string;
  name: string;
  hash: string;
  canonical: KubernetesObject;
}

/**
 * Says which resources a switch has not applied yet.
 *
 * An agent tells one generation for its whole switch, not one for each resource. So a resource lags when one of its
 * switches does, and it is not what it was when that switch was last ready. Nothing is remembered over a restart: then
 * only the switches themselves lag.
 */
export class LagTracker {
  /** What all switches had when they were last ready; it is hardly ever looked up, and then by name */
  #applied: readonly Live[] | undefined;
  #index: ResourceMap<Live> | undefined;

  /** @returns keys of the resources that lag */
  update(
    live: readonly Live[],
    switches: readonly SwitchHealth[],
  ): ReadonlySet<string> {
    const lagging = new Set(switches.filter(isLagging).map(one => one.name));
    if (lagging.size === 0) {
      if (switches.every(hasApplied)) {
        this.#applied = live;
        this.#index = undefined;
      }
      return new Set();
    }

    const result = new Set<string>();
    const switchesOfResource = switchesOf(live);
    const applied = this.#appliedByName();
    for (const object of live) {
      const key = resourceKey(object);
      if (object.kind === 'Switch' && lagging.has(object.name)) {
        result.add(key);
      } else if (applied && applied.get(object)?.hash !== object.hash) {
        for (const name of switchesOfResource(object)) {
          if (lagging.has(name)) {
            result.add(key);
            break;
          }
        }
      }
    }
    return result;
  }

  #appliedByName(): ResourceMap<Live> | undefined {
    this.#index ??= this.#applied && ResourceMap.by(this.#applied);
    return this.#index;
  }
}
