import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DeploymentRunner } from '../deployments/DeploymentRunner';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
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
  readonly #fabrics: FabricDefinition[];
  readonly #leases: LeaseStore;
  readonly #live: LiveService;
  readonly #pass: FabricPass;
  readonly #runner: DeploymentRunner;
  readonly #logger: LoggerService;
  readonly #holder: string;
  #held:
    | { lease: Lease; loops: Map<string, FabricLoop>; watching: Stoppable }
    | undefined;

  private constructor(options: ClusterKeeperOptions) {
    this.#cluster = options.cluster;
    this.#fabrics = options.fabrics;
    this.#leases = options.leases;
    this.#live = options.live;
    this.#pass = options.pass;
    this.#runner = options.runner;
    this.#logger = options.logger;
    this.#holder = options.holder;
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

  /**
   * Acquires or renews the lease.
   *
   * @returns whether it was gained just now
   */
  async tend(): Promise<boolean> {
    if (this.#held) {
      const kept = await this.#leases
        .renew(this.#held.lease, LEASE_MS)
        .catch(() => undefined);
      if (kept === false) {
        this.#logger.warn(
          `The lease of cluster '${
            this.#cluster
          }' is lost; another replica works on it`,
        );
        await this.#drop();
      }
      return false;
    }
    const lease = await this.#leases.acquire(
      `cluster/${this.#cluster}`,
      this.#holder,
      LEASE_MS,
    );
    if (!lease) return false;
    const fence = this.#leases.fence(lease);
    const loops = new Map(
      this.#fabrics.map(fabric => [
        fabric.name,
        FabricLoop.create({
          fabric,
          pass: this.#pass,
          runner: this.#runner,
          logger: this.#logger,
          fence,
        }),
      ]),
    );
    this.#held = {
      lease,
      loops,
      watching: this.#live.start(this.#cluster, {
        fabrics: this.#fabrics,
        fence,
      }),
    };
    for (const loop of loops.values()) {
      loop.wake({ poll: true, check: true });
      loop.deploy();
    }
    return true;
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
    const loops = [...(this.#held?.loops.values() ?? [])];
    await Promise.all(loops.map(loop => loop.idle()));
  }

  /** Ends the work and gives the lease back. */
  async stop(): Promise<void> {
    const lease = this.#held?.lease;
    await this.#drop();
    if (lease) await this.#leases.release(lease);
  }

  async #drop(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    await Promise.all([
      held.watching.stop(),
      ...[...held.loops.values()].map(loop => loop.stop()),
    ]);
  }

  #each(work: (loop: FabricLoop) => void): void {
    for (const loop of this.#held?.loops.values() ?? []) work(loop);
  }
}

interface Stoppable {
  stop(): Promise<void>;
}

export interface ClusterKeeperOptions {
  cluster: string;
  fabrics: FabricDefinition[];
  leases: LeaseStore;
  live: LiveService;
  pass: FabricPass;
  runner: DeploymentRunner;
  logger: LoggerService;
  /** Id of this process */
  holder: string;
}
