import { canonicalize, compareCanonical } from '..';
import { Difference } from '../compare/Drift';
import { build } from './build';

/** One difference and the rule that must judge it. */
export interface SeverityCase {
  rule: string;
  severity: string;
  desired: Record<string, unknown>;
  live: Record<string, unknown>;
  path: string;
  /** What the reason must say; by default, both sides of the difference. */
  reason?: RegExp;
}

/** The difference that the rule found, and the drift as a whole. */
export function judged(kind: string, { rule, desired, live }: SeverityCase) {
  const drift = compareCanonical(
    canonicalize(build(kind, 'x', desired)),
    canonicalize(build(kind, 'x', live)),
  );
  const difference: Difference | undefined = drift.differences.find(
    candidate => candidate.rule === rule,
  );
  return { drift, difference };
}

export const bothSides = / in the cluster.* in git/;
