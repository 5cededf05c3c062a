import { FullCheck } from './LiveSnapshot';

/** Each kind is checked at a time of its own; when all have been since the last time, that was one full check. */
export class FullCheckRound {
  readonly #results = new Map<string, { objects: number; missed: number }>();

  /**
   * @param readable - kinds that can be listed now; the others are shown as unknown, and nothing waits for them
   * @returns the full check that this completes
   */
  add(
    kind: string,
    { objects, missed }: { objects: number; missed: number },
    readable: readonly string[],
    at: Date,
  ): FullCheck | undefined {
    const before = this.#results.get(kind);
    // A kind that is checked twice while another is late keeps what was missed the first time.
    this.#results.set(kind, {
      objects,
      missed: missed + (before?.missed ?? 0),
    });
    if (!readable.every(each => this.#results.has(each))) {
      return undefined;
    }
    const results = [...this.#results.values()];
    this.#results.clear();
    return {
      at,
      objects: results.reduce((sum, result) => sum + result.objects, 0),
      missed: results.reduce((sum, result) => sum + result.missed, 0),
    };
  }
}
