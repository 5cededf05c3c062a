import { isError } from '@backstage/errors';

const COALESCE_MS = 1_000;
const GAP_MS = 5_000;
const MAX_BACKOFF_MS = 5 * 60_000;

/**
 * Turns any number of requests into few runs: at least 5 seconds lie between two, and after failures up to 5 minutes.
 */
export class RunTrigger {
  readonly #trigger: () => Promise<void>;
  #timer: { handle: NodeJS.Timeout; at: number } | undefined;
  #lastFired = -Infinity;
  #failures = 0;
  #stopped = false;

  /**
   * @param options - `trigger`: starts a run; fails with `ConflictError` while one is under way
   */
  static create(options: { trigger: () => Promise<void> }) {
    return new RunTrigger(options.trigger);
  }

  private constructor(trigger: () => Promise<void>) {
    this.#trigger = trigger;
  }

  request(): void {
    const now = Date.now();
    this.#arm(Math.max(now + COALESCE_MS, this.#lastFired + GAP_MS));
  }

  /** Tells how a run ended; after a failed one another follows by itself. */
  ended(result: { ok: boolean }): void {
    if (result.ok) {
      this.#failures = 0;
      return;
    }
    const delay = Math.min(GAP_MS * 2 ** this.#failures, MAX_BACKOFF_MS);
    this.#failures += 1;
    this.#arm(Date.now() + delay);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer?.handle);
    this.#timer = undefined;
  }

  #arm(at: number): void {
    if (this.#stopped || (this.#timer && this.#timer.at <= at)) return;
    clearTimeout(this.#timer?.handle);
    const handle = setTimeout(() => this.#fire(), at - Date.now());
    handle.unref();
    this.#timer = { handle, at };
  }

  async #fire(): Promise<void> {
    this.#timer = undefined;
    this.#lastFired = Date.now();
    try {
      await this.#trigger();
    } catch (error) {
      // The run under way may have begun before what was asked for happened
      if (isError(error) && error.name === 'ConflictError') this.request();
      else this.ended({ ok: false });
    }
  }
}
