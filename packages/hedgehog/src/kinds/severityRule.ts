import { Severity } from '../model/Severity';
import { bothSides } from '../model/shown';
import { KindRule, RuleContext } from './Kind';

type Words = (context: RuleContext) => string;

/** A field (or anything below it, with a path that ends in `**`) differs. */
export function whenDiffers(
  id: string,
  path: string,
  severity: Severity,
  sentence: string,
  reason: Words,
  when?: (context: RuleContext) => boolean,
): KindRule {
  return {
    id,
    on: 'field',
    path,
    severity,
    sentence,
    reason,
    ...(when ? { when } : {}),
  };
}

/** The object is in git and not in the cluster. */
export function whenMissing(
  id: string,
  severity: Severity,
  sentence: string,
  reason: Words,
): KindRule {
  return { id, on: 'missing', severity, sentence, reason };
}

/** The object is in the cluster and not in git. */
export function whenOrphaned(
  id: string,
  severity: Severity,
  sentence: string,
  reason: Words,
): KindRule {
  return { id, on: 'orphan', severity, sentence, reason };
}

/** Rules for single fields that need no more than their name: "ASN of Switch leaf-1 is 1 in the cluster and 2 in git." */
export function fieldRules(
  prefix: string,
  severity: Severity,
  effect: string,
  fields: Record<string, { path: string; label: string }>,
): KindRule[] {
  return Object.entries(fields).map(([id, { path, label }]) =>
    whenDiffers(
      `${prefix}.${id}`,
      path,
      severity,
      `${label} differs: ${effect}.`,
      context =>
        `${label} of ${context.kind} ${context.name} is ${bothSides(
          context,
        )}: ${effect}.`,
    ),
  );
}

/** In git and not in the cluster, or the other way round, for parts of an object. */
export function isGoneLive({ live }: RuleContext): boolean {
  return live === undefined;
}
