/** Passes may take this share of the time in the long run. */
const SHARE = 1 / 4;
/** What passes may take at once before that counts: an event after a quiet time is never kept waiting. */
const BURST_MS = 500;
const LONGEST_REST_MS = 2_000;
/** What a longer pass took beyond this is forgiven: the first one after a start, which writes everything, among them. */
const MOST_MS = BURST_MS + LONGEST_REST_MS * SHARE;

/**
 * How long a fabric rests before its next pass, so that a large one that changes all the time does not take the whole
 * process. Times are milliseconds of a clock that never goes back.
 */
export class PassBudget {
  #spent = 0;
  #at = 0;

  /** A pass has taken so long, and ended now. */
  spend(tookMs: number, now: number): void {
    this.#spent = Math.min(this.#leftAt(now) + tookMs, MOST_MS);
    this.#at = now;
  }

  restMs(now: number): number {
    const over = this.#leftAt(now) - BURST_MS;
    return Math.max(0, over / SHARE);
  }

  #leftAt(now: number): number {
    return Math.max(0, this.#spent - (now - this.#at) * SHARE);
  }
}
