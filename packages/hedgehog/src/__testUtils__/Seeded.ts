/** Repeatable choices: the same seed makes the same fabric everywhere. */
export class Seeded {
  #state: number;

  private constructor(seed: number) {
    this.#state = (seed * 2654435761 + 1) >>> 0;
  }

  static of(seed: number): Seeded {
    return new Seeded(seed);
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    // The mulberry32 construction.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  /** Some of a list, at least one, in its order. */
  some<T>(list: readonly T[]): T[] {
    const chosen = list.filter(() => this.chance(50));
    return chosen.length > 0 ? chosen : [this.pick(list)];
  }
}
