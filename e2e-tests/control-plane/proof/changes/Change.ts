import type { KubernetesObject, Severity } from '@cnoc/hedgehog';

/**
 * Why a change means nothing to Hedgehog:
 * - `webhook`: on its next write the webhook makes the same of both (sorts, fills in, rewrites);
 * - `spelling`: another text of the same value, which stays as it is written;
 * - `tool`: of a tool or of the fabric itself, not of people.
 */
export type Sameness = 'webhook' | 'spelling' | 'tool';

/** One way in which somebody changes a field of an object past git. */
export interface Change {
  kind: string;
  what: string;
  /** Where, with `*` for any key or index that is there. */
  path: string;
  /** Another value for a place (undefined when it is free); undefined = not at this place, `gone` = take it away. */
  to(value: unknown, object: KubernetesObject): unknown;
  /** How grave that is by the severity rules, or why it is no drift. */
  expected: Severity | Sameness;
  /** The rule only guesses: in a whole fabric, who then reaches whom decides instead. */
  isJudgedByEffect?: boolean;
}

export function isSameness(expected: Change['expected']): expected is Sameness {
  return ['webhook', 'spelling', 'tool'].includes(expected);
}
