/** `critical`: traffic is or would be lost, redundancy is gone, or the cluster refuses the object. */
export type Severity = 'critical' | 'warning' | 'info';

const weights: Record<Severity, number> = { critical: 2, warning: 1, info: 0 };

/** The graver of two severities. */
export function graver(
  a: Severity | undefined,
  b: Severity | undefined,
): Severity | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return weights[a] >= weights[b] ? a : b;
}

/** For sorting: negative when `a` is graver than `b`. */
export function bySeverity(a: Severity, b: Severity): number {
  return weights[b] - weights[a];
}
