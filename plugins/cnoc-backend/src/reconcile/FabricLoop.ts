import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DeploymentRunner } from '../deployments/DeploymentRunner';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { Fence } from '../fabrics/Fence';
import type { FabricPass } from './FabricPass';
import { PassBudget } from './PassBudget';
import { mergeReasons, type Reasons } from './Reasons';

/**
 * Runs passes over one fabric while its lease is held: one at a time, and whatever wakes it meanwhile makes one more. A
 * deployment runs beside the passes, so that its progress shows. No error ends the loop; the next wake tries again.
 */
export class FabricLoop {
  #fabric: FabricDefinition;
  readonly #pass: FabricPass;
  readonly #runner: DeploymentRunner;
  readonly #logger: LoggerService;
  readonly #fence: Fence;
  readonly #stopped = new AbortController();
  #waiting: Reasons | undefined;
  #passing: Promise<void> | undefined;
  #deploying: Promise<void> | undefined;
  #deployAgain = false;
  readonly #budget = new PassBudget();
  #endRest: () => void = () => {};

  private constructor(options: FabricLoopOptions) {
    this.#fabric = options.fabric;
    this.#pass = options.pass;
    this.#runner = options.runner;
    this.#logger = options.logger;
    this.#fence = options.fence;
  }

  static create(options: FabricLoopOptions): FabricLoop {
    return new FabricLoop(options);
  }

  /** The fabric is described in another way; it is where it was. */
  define(fabric: FabricDefinition): void {
    if (isSameDefinition(this.#fabric, fabric)) return;
    this.#fabric = fabric;
    this.wake({ check: true });
  }

  wake(reasons: Partial<Reasons>): void {
    if (this.#stopped.signal.aborted) return;
    this.#waiting = mergeReasons(this.#waiting, reasons);
    if (isUrgent(this.#waiting)) this.#endRest();
    this.#passing ??= this.#passAll().finally(() => {
      this.#passing = undefined;
    });
  }

  /** Starts the queued deployment, or goes on with an unfinished one; does nothing when there is none. */
  deploy(): void {
    if (this.#stopped.signal.aborted) return;
    this.#deployAgain = true;
    this.#deploying ??= this.#deployAll().finally(() => {
      this.#deploying = undefined;
    });
  }

  /** Waits until nothing runs. */
  async idle(): Promise<void> {
    while (this.#passing || this.#deploying) {
      await Promise.all([this.#passing, this.#deploying]);
    }
  }

  /** Stops after the request that is under way; an unfinished deployment is left to the next holder. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#endRest();
    await this.idle();
  }

  async #passAll(): Promise<void> {
    while (this.#waiting && !this.#stopped.signal.aborted) {
      const rest = this.#restMs();
      if (rest > 0) await this.#rest(rest);
      if (this.#stopped.signal.aborted) return;
      const reasons: Reasons = this.#waiting;
      this.#waiting = undefined;
      const start = performance.now();
      try {
        await this.#pass.run(
          this.#fabric,
          reasons,
          this.#fence,
          this.#stopped.signal,
        );
      } catch (error) {
        this.#report('A check', error);
      }
      this.#budget.spend(performance.now() - start, performance.now());
    }
  }

  #restMs(): number {
    return isUrgent(this.#waiting) ? 0 : this.#budget.restMs(performance.now());
  }

  /** Keeps a large fabric that changes all the time from taking the whole process. */
  async #rest(ms: number): Promise<void> {
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#endRest = () => {};
  }

  async #deployAll(): Promise<void> {
    while (this.#deployAgain && !this.#stopped.signal.aborted) {
      this.#deployAgain = false;
      try {
        const ran = await this.#runner.run(
          this.#fabric,
          this.#fence,
          this.#stopped.signal,
        );
        if (ran) this.wake({ check: true });
      } catch (error) {
        this.#report('A deployment', error);
      }
    }
  }

  #report(what: string, error: unknown): void {
    if (this.#stopped.signal.aborted) return;
    // The message of an unknown error may hold an address or a path; its name and the place in our code do not
    this.#logger.warn(
      `${what} of fabric '${
        this.#fabric.name
      }' failed and is tried again: ${describe(error)}`,
    );
  }
}

function isSameDefinition(a: FabricDefinition, b: FabricDefinition): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Somebody waits for it. */
function isUrgent(reasons: Reasons | undefined): boolean {
  return reasons !== undefined && reasons.wakes.length > 0;
}

const SPEAKING: ReadonlySet<string> = new Set([
  'ClusterError',
  'ConflictError',
  'NotAllowedError',
  'NotFoundError',
  'InputError',
]);

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if (SPEAKING.has(error.name)) return error.message;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}`;
}

export interface FabricLoopOptions {
  fabric: FabricDefinition;
  pass: FabricPass;
  runner: DeploymentRunner;
  logger: LoggerService;
  fence: Fence;
}
