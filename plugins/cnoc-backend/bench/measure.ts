/** One side of a comparison: what is done once per round. */
export interface Side {
  name: string;
  /** Before each round, not counted */
  prepare?(): Promise<void> | void;
  run(): Promise<void> | void;
}

/** Milliseconds over the rounds. */
export interface Figures {
  median: number;
  min: number;
  max: number;
}

const ROUNDS = 5;

/** Above this, one side varied so much that its ratio means nothing. */
const MAX_SPREAD = 1.5;

/**
 * Runs the sides in turn (ABAB…), so that what else the machine does hits all of them alike: one round to warm up, then
 * `rounds` that count.
 */
export async function measure(
  sides: readonly Side[],
  rounds: number = ROUNDS,
): Promise<Figures[]> {
  const times = sides.map(() => [] as number[]);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, side] of sides.entries()) {
      await side.prepare?.();
      const start = performance.now();
      await side.run();
      const took = performance.now() - start;
      if (round > 0) times[index].push(took);
    }
  }
  return times.map(figuresOf);
}

export function figuresOf(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)],
    min: sorted[0],
    max: sorted[sorted.length - 1],
  };
}

export function isSteady({ min, max }: Figures): boolean {
  return max <= min * MAX_SPREAD;
}
