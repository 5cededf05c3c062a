import { setTimeout as sleep } from 'node:timers/promises';

/** Holds all requests to one cluster to a rate and to a number at a time, whoever makes them (K9). */
export class RequestBudget {
  readonly #perSecond: number;
  readonly #maxAtOnce: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  /** Time at which the next request may start; a burst of one second's worth is free. */
  #nextAt = 0;

  constructor(options: { perSecond: number; maxAtOnce: number }) {
    this.#perSecond = options.perSecond;
    this.#maxAtOnce = options.maxAtOnce;
  }

  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#slot(signal);
    try {
      // performance.now: steps of the wall clock must not stop requests (T1).
      const now = performance.now();
      this.#nextAt =
        Math.max(this.#nextAt, now - 1000) + 1000 / this.#perSecond;
      if (this.#nextAt > now) {
        await sleep(this.#nextAt - now, undefined, { signal });
      }
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) {
        next();
      } else {
        this.#running -= 1;
      }
    }
  }

  async #slot(signal?: AbortSignal): Promise<void> {
    if (this.#running < this.#maxAtOnce) {
      this.#running += 1;
      return;
    }
    await new Promise<void>((done, fail) => {
      const left = new AbortController();
      const go = () => {
        left.abort();
        done();
      };
      this.#waiting.push(go);
      signal?.addEventListener(
        'abort',
        () => {
          this.#waiting.splice(this.#waiting.indexOf(go), 1);
          fail(signal.reason);
        },
        { once: true, signal: left.signal },
      );
    });
  }
}
