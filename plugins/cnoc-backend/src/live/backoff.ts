/** Milliseconds to wait after the n-th failure in a row (n from 1): doubling, bounded, with jitter (L3, L4). */
export function backoffMs(
  failures: number,
  options: { minMs: number; maxMs: number; atLeastMs?: number },
  random: () => number = Math.random,
): number {
  const full = Math.min(
    options.maxMs,
    options.minMs * 2 ** Math.min(failures - 1, 20),
  );
  return Math.max(full * (0.5 + random() / 2), options.atLeastMs ?? 0);
}
