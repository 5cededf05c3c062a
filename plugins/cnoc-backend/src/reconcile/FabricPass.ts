import type { ActivityService } from '../activity/ActivityService';
import type { DesiredService } from '../desired';
import type { DriftService } from '../drift/DriftService';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { FabricStore } from '../fabrics/FabricStore';
import type { Fence } from '../fabrics/Fence';
import type { Reasons } from './Reasons';
import { tellTransitions } from './tellTransitions';
import type { WakeStore } from './WakeStore';

/** One pass over one fabric: renew what git says where asked to, compare with the cluster, tell. */
export class FabricPass {
  readonly #fabrics: FabricStore;
  readonly #desired: DesiredService;
  readonly #drift: DriftService;
  readonly #activity: ActivityService;
  readonly #wakes: WakeStore;

  private constructor(options: FabricPassOptions) {
    this.#fabrics = options.fabrics;
    this.#desired = options.desired;
    this.#drift = options.drift;
    this.#activity = options.activity;
    this.#wakes = options.wakes;
  }

  static create(options: FabricPassOptions): FabricPass {
    return new FabricPass(options);
  }

  async run(
    fabric: FabricDefinition,
    reasons: Reasons,
    fence: Fence,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await this.#renew(fabric, reasons, fence, signal);
    } finally {
      // A person who asked gets the state as it is, also when the pass failed; a successor answers what was cut off
      if (reasons.wakes.length > 0 && !signal.aborted) {
        await this.#wakes.finish(reasons.wakes);
      }
    }
  }

  async #renew(
    fabric: FabricDefinition,
    reasons: Reasons,
    fence: Fence,
    signal: AbortSignal,
  ): Promise<void> {
    let reread = false;
    if (reasons.sync) {
      await this.#desired.sync(fabric, { signal, fence });
      reread = true;
    } else if (reasons.poll) {
      const { changed } = await this.#desired.poll(fabric, signal, fence);
      reread = changed;
      // A quiet poll is not worth a comparison: a live change would have asked for one itself
      if (!changed && !reasons.check) return;
    }
    await this.#drift.check(fabric, fence);
    await this.#tell(fabric, reread, fence);
  }

  async #tell(
    fabric: FabricDefinition,
    reread: boolean,
    fence: Fence,
  ): Promise<void> {
    const record = await this.#fabrics.get(fabric.name);
    if (!record) return;
    const { entries, told } = tellTransitions(record.told, {
      run: await this.#desired.lastRun(fabric.name),
      connection: record.observation?.connection ?? { state: 'unknown' },
      cluster: fabric.cluster,
    });
    if (JSON.stringify(told) !== JSON.stringify(record.told)) {
      await this.#fabrics.update(fabric.name, { told }, fence);
    }
    if (entries.length > 0) {
      await this.#activity.record(fabric.name, ...entries);
    } else if (reread) {
      await this.#activity.touch(fabric.name);
    }
  }
}

export interface FabricPassOptions {
  fabrics: FabricStore;
  desired: DesiredService;
  drift: DriftService;
  activity: ActivityService;
  wakes: WakeStore;
}
