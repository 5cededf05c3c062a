/**
 * Milliseconds that bounded work may take however busy the machine is. Without its bound each such case takes minutes or
 * all memory; how fast it really is, benchmarks tell.
 */
export const PROMPTLY = 5_000;

/** Milliseconds that a function takes. */
export function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** A document that kubectl would accept, around one YAML value for `spec`. */
export function documentWith(spec: string, name = 'a'): string {
  return `apiVersion: t.dev/v1\nkind: Any\nmetadata:\n  name: ${name}\nspec:\n${spec}\n`;
}
