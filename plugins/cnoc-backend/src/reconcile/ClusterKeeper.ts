import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DeploymentRunner } from '../deployments/DeploymentRunner';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { FabricStore } from '../fabrics/FabricStore';
import type { Fence } from '../fabrics/Fence';
import type { LiveService } from '../live';
import { FabricLoop } from './FabricLoop';
import type { FabricPass } from './FabricPass';
import type { Lease, LeaseStore } from './LeaseStore';
import type { Wake } from './WakeStore';

/** How long a lease lasts; it is renewed three times in that time. */
export const LEASE_MS = 15_000;

/**
 * Everything that the holder of one cluster's lease does: it watches the cluster and runs the loops of its fabrics. A
 * replica that is not the holder only tries to become it.
 */
export class ClusterKeeper {
  readonly #cluster: string;
  readonly #options: ClusterKeeperOptions;
  #fabrics: readonly FabricDefinition[] = [];
  #held: Held | undefined;
  #stopped = false;
  /** One change of what is held at a time */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(options: ClusterKeeperOptions) {
    this.#cluster = options.cluster;
    this.#options = options;
  }

  static create(options: ClusterKeeperOptions): ClusterKeeper {
    return new ClusterKeeper(options);
  }

  get cluster(): string {
    return this.#cluster;
  }

  get holds(): boolean {
    return this.#held !== undefined;
  }

  get fabrics(): string[] {
    return this.#fabrics.map(fabric => fabric.name);
  }

  /** Ends the work on fabrics that left or moved, and no more: where they are now may be another keeper's. */
  async release(wanted: readonly FabricDefinition[]): Promise<void> {
    await this.#alone(async () => {
      const held = this.#held;
      if (!held) return;
      const places = new Set(wanted.map(placeOf));
      const leaving = this.#fabrics.filter(one => !places.has(placeOf(one)));
      this.#fabrics = this.#fabrics.filter(one => places.has(placeOf(one)));
      await Promise.all(
        leaving.map(({ name }) => {
          const loop = held.loops.get(name);
          held.loops.delete(name);
          return loop?.stop();
        }),
      );
      // A pass that was under way when a fabric was removed may have told of it since
      for (const { name } of leaving) await this.#options.fabrics.sweep(name);
    });
  }

  /** Works on these fabrics from now on, where the lease is held. */
  async define(wanted: readonly FabricDefinition[]): Promise<void> {
    await this.release(wanted);
    await this.#alone(async () => {
      this.#fabrics = wanted;
      if (!this.#held) return;
      for (const fabric of wanted) {
        const loop = this.#held.loops.get(fabric.name);
        if (loop) loop.define(fabric);
        else this.#begin(this.#held, fabric);
      }
      if (placesOf(wanted) !== this.#held.watched) await this.#watch();
    });
  }

  /** The cluster is another one, or reached in another way. */
  async rewatch(): Promise<void> {
    await this.#alone(async () => {
      if (this.#held) await this.#watch();
    });
  }

  /**
   * Acquires or renews the lease.
   *
   * @returns whether it was gained just now
   */
  async tend(): Promise<boolean> {
    return this.#alone(async () => {
      if (this.#stopped) return false;
      if (!this.#held) return this.#acquire();
      const kept = await this.#options.leases
        .renew(this.#held.lease, LEASE_MS)
        .catch(() => undefined);
      if (kept === false) {
        this.#options.logger.warn(
          `The lease of cluster '${
            this.#cluster
          }' is lost; another replica works on it`,
        );
        await this.#drop();
      } else if (!this.#held.watching) {
        await this.#watch();
      }
      return false;
    });
  }

  /** The cluster changed. */
  changed(): void {
    this.#each(loop => loop.wake({ check: true }));
  }

  poll(): void {
    this.#each(loop => loop.wake({ poll: true }));
  }

  check(): void {
    this.#each(loop => loop.wake({ check: true }));
  }

  /** A person asks. */
  answer(wake: Wake): void {
    const loop = this.#held?.loops.get(wake.fabric);
    if (wake.kind === 'deploy') loop?.deploy();
    loop?.wake({
      sync: wake.kind === 'sync',
      check: true,
      wakes: [wake.id],
    });
  }

  /** Waits until nothing runs. */
  async idle(): Promise<void> {
    await this.#last;
    const loops = [...(this.#held?.loops.values() ?? [])];
    await Promise.all(loops.map(loop => loop.idle()));
  }

  /** Ends the work and gives the lease back. */
  async stop(): Promise<void> {
    await this.#alone(async () => {
      this.#stopped = true;
      const lease = this.#held?.lease;
      await this.#drop();
      if (lease) await this.#options.leases.release(lease);
    });
  }

  async #acquire(): Promise<boolean> {
    const { leases, holder } = this.#options;
    const lease = await leases.acquire(
      `cluster/${this.#cluster}`,
      holder,
      LEASE_MS,
    );
    if (!lease) return false;
    this.#held = {
      lease,
      fence: leases.fence(lease),
      loops: new Map(),
      watched: '',
    };
    await this.#watch();
    for (const fabric of this.#fabrics) this.#begin(this.#held, fabric);
    return true;
  }

  #begin(held: Held, fabric: FabricDefinition): void {
    const { pass, runner, logger } = this.#options;
    const loop = FabricLoop.create({
      fabric,
      pass,
      runner,
      logger,
      fence: this.#fenceOf(held, fabric),
    });
    held.loops.set(fabric.name, loop);
    loop.wake({ poll: true, check: true });
    loop.deploy();
  }

  #fenceOf(held: Held, fabric: FabricDefinition): Fence {
    return this.#options.fabrics.fence(fabric, held.fence);
  }

  /** Watches the cluster for the fabrics that are in it now. */
  async #watch(): Promise<void> {
    const held = this.#held;
    if (!held) return;
    await held.watching?.stop();
    held.watching = undefined;
    held.watched = placesOf(this.#fabrics);
    if (this.#fabrics.length === 0) return;
    try {
      held.watching = await this.#options.live.start(this.#cluster, {
        fabrics: this.#fabrics,
        fence: held.fence,
        fenceOf: fabric => this.#fenceOf(held, fabric),
      });
      held.refusal = undefined;
    } catch (error) {
      // One cluster that nobody knows must not keep the others from being watched; it is tried again
      const refusal = error instanceof Error ? error.name : 'unknown error';
      if (held.refusal !== refusal) {
        this.#options.logger.warn(
          `Cluster '${this.#cluster}' cannot be watched: ${refusal}`,
        );
      }
      held.refusal = refusal;
    }
  }

  async #drop(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    await Promise.all([
      held.watching?.stop(),
      ...[...held.loops.values()].map(loop => loop.stop()),
    ]);
  }

  #each(work: (loop: FabricLoop) => void): void {
    for (const loop of this.#held?.loops.values() ?? []) work(loop);
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const running = this.#last.then(work);
    this.#last = running.catch(() => {});
    return running;
  }
}

/** A fabric that stays where it is keeps its loop. */
function placeOf({ name, version = 0 }: FabricDefinition): string {
  return `${name} ${version}`;
}

function placesOf(fabrics: readonly FabricDefinition[]): string {
  return fabrics.map(placeOf).join('\n');
}

interface Held {
  lease: Lease;
  fence: Fence;
  loops: Map<string, FabricLoop>;
  watching?: { stop(): Promise<void> };
  /** The places of the fabrics that are watched */
  watched: string;
  /** Why the cluster is not watched, as it was told last */
  refusal?: string;
}

export interface ClusterKeeperOptions {
  cluster: string;
  fabrics: Pick<FabricStore, 'fence' | 'sweep'>;
  leases: LeaseStore;
  live: LiveService;
  pass: FabricPass;
  runner: DeploymentRunner;
  logger: LoggerService;
  /** Id of this process */
  holder: string;
}
