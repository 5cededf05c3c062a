import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DeploymentRunner } from '../deployments/DeploymentRunner';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { LiveService } from '../live';
import { ClusterKeeper, LEASE_MS } from './ClusterKeeper';
import type { FabricPass } from './FabricPass';
import type { LeaseStore } from './LeaseStore';
import type { WakeKind, WakeStore } from './WakeStore';

const TEND_MS = LEASE_MS / 3;
const CHECK_MS = 60_000;
const REQUESTS_MS = 1_000;
const ANSWER_POLL_MS = 100;
const ANSWER_WITHIN_MS = 25_000;

/**
 * Keeps every fabric's picture true.
 *
 * Level-triggered: a pass computes from all of the desired and live state that is held, whatever woke it, so a lost
 * event only costs time. What wakes a fabric: its cluster changed, git moved, a timer, a person, a deployment, or this
 * replica has become the one that works on it.
 */
export class Reconciler {
  readonly #keepers: ClusterKeeper[];
  readonly #live: LiveService;
  readonly #wakes: WakeStore;
  readonly #logger: LoggerService;
  readonly #pollMs: number;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stopped = new AbortController();
  readonly #busy = new Set<Promise<void>>();
  #unsubscribe: (() => void) | undefined;

  private constructor(options: ReconcilerOptions) {
    const { definitions, leases, live, pass, runner, logger } = options;
    const holder = randomUUID();
    this.#keepers = [...new Set(definitions.map(one => one.cluster))].map(
      cluster =>
        ClusterKeeper.create({
          cluster,
          fabrics: definitions.filter(one => one.cluster === cluster),
          leases,
          live,
          pass,
          runner,
          logger,
          holder,
        }),
    );
    this.#live = live;
    this.#wakes = options.wakes;
    this.#logger = logger;
    this.#pollMs = options.pollMs;
  }

  static create(options: ReconcilerOptions): Reconciler {
    return new Reconciler(options);
  }

  async start(): Promise<void> {
    this.#unsubscribe = this.#live.onChange(({ cluster }) =>
      this.#keepers.find(keeper => keeper.cluster === cluster)?.changed(),
    );
    await this.tend();
    this.#every(TEND_MS, () => this.tend());
    this.#every(REQUESTS_MS, () => this.answerRequests());
    this.#every(this.#pollMs, async () => {
      for (const keeper of this.#keepers) keeper.poll();
    });
    this.#every(CHECK_MS, async () => {
      for (const keeper of this.#keepers) keeper.check();
    });
  }

  /** Acquires, renews or gives up leases. */
  async tend(): Promise<void> {
    for (const keeper of this.#keepers) {
      if (await keeper.tend()) await this.answerRequests({ all: true });
    }
  }

  /** Does what people asked for, on whichever replica they asked. */
  async answerRequests(options = { all: false }): Promise<void> {
    const held = this.#keepers.filter(keeper => keeper.holds);
    const fabrics = held.flatMap(keeper => keeper.fabrics);
    if (fabrics.length === 0) return;
    for (const wake of await this.#wakes.take(fabrics, options)) {
      held.find(keeper => keeper.fabrics.includes(wake.fabric))?.answer(wake);
    }
  }

  /**
   * Asks the holder of the fabric's lease for a pass, and waits for it.
   *
   * @returns whether the pass ended in time; it goes on when it did not
   */
  async ask(
    fabric: string,
    kind: WakeKind,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const id = await this.request(fabric, kind);
    const deadline = Date.now() + ANSWER_WITHIN_MS;
    const stop = AbortSignal.any([
      this.#stopped.signal,
      ...(signal ? [signal] : []),
    ]);
    while (!(await this.#wakes.isDone(id))) {
      if (stop.aborted || Date.now() > deadline) return false;
      await sleep(ANSWER_POLL_MS, undefined, { signal: stop }).catch(() => {});
    }
    return true;
  }

  /** Asks without waiting. */
  async request(fabric: string, kind: WakeKind): Promise<string> {
    const id = await this.#wakes.request(fabric, kind);
    await this.answerRequests();
    return id;
  }

  /** Waits until nothing runs. */
  async idle(): Promise<void> {
    await Promise.all(this.#keepers.map(keeper => keeper.idle()));
  }

  /** Ends all work and gives the leases back, so that another replica can go on at once. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#unsubscribe?.();
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers.clear();
    await Promise.all(this.#busy);
    await Promise.all(this.#keepers.map(keeper => keeper.stop()));
  }

  #every(ms: number, work: () => Promise<void>): void {
    let running = false;
    const timer = setInterval(() => {
      if (running) return;
      running = true;
      const job: Promise<void> = work()
        .catch(error =>
          this.#logger.warn(
            `The reconciler stumbled and goes on: ${
              error instanceof Error ? error.name : 'unknown error'
            }`,
          ),
        )
        .finally(() => {
          running = false;
          this.#busy.delete(job);
        });
      this.#busy.add(job);
    }, ms);
    this.#timers.add(timer);
  }
}

export interface ReconcilerOptions {
  definitions: FabricDefinition[];
  leases: LeaseStore;
  wakes: WakeStore;
  live: LiveService;
  pass: FabricPass;
  runner: DeploymentRunner;
  logger: LoggerService;
  /** How often git is asked where its branches are */
  pollMs: number;
}
