import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DeploymentRunner } from '../deployments/DeploymentRunner';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { FabricRegistry } from '../fabrics/FabricRegistry';
import type { FabricStore } from '../fabrics/FabricStore';
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
 * replica has become the one that works on it. Fabrics and clusters come and go as the registry says.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #holder = randomUUID();
  readonly #keepers = new Map<string, ClusterKeeper>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stopped = new AbortController();
  readonly #busy = new Set<Promise<void>>();
  #subscriptions: (() => void)[] = [];
  /** One arrangement at a time */
  #arranging: Promise<void> = Promise.resolve();

  private constructor(options: ReconcilerOptions) {
    this.#options = options;
  }

  static create(options: ReconcilerOptions): Reconciler {
    return new Reconciler(options);
  }

  async start(): Promise<void> {
    const { live, registry, pollMs } = this.#options;
    this.#subscriptions = [
      live.onChange(({ cluster }) => this.#keepers.get(cluster)?.changed()),
      registry.onChange(definitions =>
        this.#begin(() => this.#arrange(definitions)),
      ),
      this.#options.onClusterChange?.(cluster =>
        this.#begin(async () => this.#keepers.get(cluster)?.rewatch()),
      ) ?? (() => {}),
    ];
    await this.#arrange(await registry.definitions());
    this.#every(TEND_MS, () => this.tend());
    this.#every(REQUESTS_MS, () => this.answerRequests());
    this.#every(pollMs, async () => {
      for (const keeper of this.#keepers.values()) keeper.poll();
    });
    this.#every(CHECK_MS, async () => {
      for (const keeper of this.#keepers.values()) keeper.check();
    });
  }

  /** Acquires, renews or gives up leases. */
  async tend(): Promise<void> {
    const gained = await Promise.all(
      [...this.#keepers.values()].map(keeper => keeper.tend()),
    );
    if (gained.some(Boolean)) await this.answerRequests({ all: true });
    await this.#options.selfTests?.restoreLeft(this.#held());
  }

  /** Does what people asked for, on whichever replica they asked. */
  async answerRequests(options = { all: false }): Promise<void> {
    const fabrics = this.#held();
    if (fabrics.length === 0) return;
    for (const wake of await this.#options.wakes.take(fabrics, options)) {
      for (const keeper of this.#keepers.values()) {
        if (keeper.fabrics.includes(wake.fabric)) keeper.answer(wake);
      }
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
    const deadline = performance.now() + ANSWER_WITHIN_MS;
    const stop = AbortSignal.any([
      this.#stopped.signal,
      ...(signal ? [signal] : []),
    ]);
    while (!(await this.#options.wakes.isDone(id))) {
      if (stop.aborted || performance.now() > deadline) return false;
      await sleep(ANSWER_POLL_MS, undefined, { signal: stop }).catch(() => {});
    }
    return true;
  }

  /** Asks without waiting. */
  async request(fabric: string, kind: WakeKind): Promise<string> {
    const id = await this.#options.wakes.request(fabric, kind);
    await this.answerRequests();
    return id;
  }

  /** Waits until nothing runs. */
  async idle(): Promise<void> {
    await this.#arranging;
    await Promise.all([...this.#keepers.values()].map(keeper => keeper.idle()));
  }

  /** Ends all work and gives the leases back, so that another replica can go on at once. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    for (const end of this.#subscriptions) end();
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers.clear();
    await Promise.all(this.#busy);
    await Promise.all([...this.#keepers.values()].map(keeper => keeper.stop()));
  }

  /** Fabrics whose lease is held here. */
  #held(): string[] {
    return [...this.#keepers.values()]
      .filter(keeper => keeper.holds)
      .flatMap(keeper => keeper.fabrics);
  }

  /** Works on these fabrics from now on. */
  #arrange(definitions: readonly FabricDefinition[]): Promise<void> {
    const arranged = this.#arranging.then(async () => {
      const wanted = byCluster(definitions);
      // First every end, then every beginning: a fabric that moves is never worked on at two places
      for (const [cluster, keeper] of this.#keepers) {
        await keeper.release(wanted.get(cluster) ?? []);
        if (wanted.has(cluster)) continue;
        this.#keepers.delete(cluster);
        await keeper.stop();
      }
      if (this.#stopped.signal.aborted) return;
      for (const [cluster, fabrics] of wanted) {
        let keeper = this.#keepers.get(cluster);
        if (!keeper) {
          keeper = ClusterKeeper.create({
            ...this.#options,
            cluster,
            holder: this.#holder,
          });
          this.#keepers.set(cluster, keeper);
        }
        await keeper.define(fabrics);
      }
      await this.tend();
    });
    this.#arranging = arranged.catch(() => {});
    return arranged;
  }

  #every(ms: number, work: () => Promise<void>): void {
    let running = false;
    const timer = setInterval(() => {
      if (running) return;
      running = true;
      this.#begin(() =>
        work().finally(() => {
          running = false;
        }),
      );
    }, ms);
    this.#timers.add(timer);
  }

  #begin(work: () => Promise<void>): void {
    if (this.#stopped.signal.aborted) return;
    const job: Promise<void> = work()
      .catch(error =>
        this.#options.logger.warn(
          `The reconciler stumbled and goes on: ${
            error instanceof Error ? error.name : 'unknown error'
          }`,
        ),
      )
      .finally(() => this.#busy.delete(job));
    this.#busy.add(job);
  }
}

function byCluster(
  definitions: readonly FabricDefinition[],
): Map<string, FabricDefinition[]> {
  const clusters = new Map<string, FabricDefinition[]>();
  for (const definition of definitions) {
    const fabrics = clusters.get(definition.cluster);
    if (fabrics) fabrics.push(definition);
    else clusters.set(definition.cluster, [definition]);
  }
  return clusters;
}

export interface ReconcilerOptions {
  registry: Pick<FabricRegistry, 'definitions' | 'onChange'>;
  fabrics: Pick<FabricStore, 'fence' | 'sweep'>;
  leases: LeaseStore;
  wakes: WakeStore;
  live: LiveService;
  /** Tells which cluster is reached in another way from now on. @returns ends the subscription */
  onClusterChange?: (listener: (cluster: string) => void) => () => void;
  pass: FabricPass;
  runner: DeploymentRunner;
  /** Restores what a self-test left changed whose replica went away */
  selfTests?: { restoreLeft(fabrics: string[]): Promise<void> };
  logger: LoggerService;
  /** How often git is asked where its branches are */
  pollMs: number;
}
