import {
  bySeverity,
  parsePath,
  type Difference,
  type Drift,
} from '@cnoc/hedgehog';
import type { SeverityCounts } from '@cnoc/backstage-plugin-cnoc-common';
import { changedBy, type LiveObject } from '../../live';
import { FieldPattern } from './FieldPattern';

/** What the comparison needs to know of a rule. */
export interface IgnoreRuleContent {
  id: string;
  path: string;
  kind?: string;
  name?: string;
  manager?: string;
}

/** A difference that is left out, and by which rule. */
export interface IgnoredDifference {
  path: string;
  rule: string;
}

interface Compiled extends IgnoreRuleContent {
  pattern: FieldPattern;
}

/** A fabric's rules for what the comparison leaves out. A rule that cannot be read leaves nothing out. */
export class IgnoreRules {
  static readonly none = new IgnoreRules([]);
  readonly #rules: readonly Compiled[];

  private constructor(rules: readonly Compiled[]) {
    this.#rules = rules;
  }

  static of(rules: readonly IgnoreRuleContent[]): IgnoreRules {
    return new IgnoreRules(
      rules.flatMap(rule => {
        const pattern = FieldPattern.parse(rule.path);
        return pattern ? [{ ...rule, pattern }] : [];
      }),
    );
  }

  /**
   * Takes the ignored differences out of a drift. Only fields can be ignored: a resource that is missing or too many stays
   * what it is.
   *
   * @param hidden - where to count what each rule hides
   */
  apply(
    drift: Drift,
    live: LiveObject | undefined,
    hidden?: Map<string, SeverityCounts>,
  ): { drift: Drift; ignored: IgnoredDifference[] } {
    if (this.#rules.length === 0 || drift.state !== 'drifted' || !live) {
      return { drift, ignored: [] };
    }
    const rules = this.#rules.filter(
      rule =>
        (!rule.kind || rule.kind === live.kind) &&
        (!rule.name || rule.name === live.name),
    );
    if (rules.length === 0) return { drift, ignored: [] };
    const left: Difference[] = [];
    const ignored: IgnoredDifference[] = [];
    for (const difference of drift.differences) {
      const rule = ruleFor(difference, live, rules);
      if (!rule) {
        left.push(difference);
        continue;
      }
      ignored.push({ path: difference.path, rule: rule.id });
      count(hidden, rule.id, difference);
    }
    if (ignored.length === 0) return { drift, ignored };
    return { drift: without(drift, left), ignored };
  }
}

function ruleFor(
  { path }: Difference,
  live: LiveObject,
  rules: readonly Compiled[],
): Compiled | undefined {
  const segments = parsePath(path);
  if (!segments) return undefined;
  let holder: string | undefined | null = null;
  return rules.find(({ pattern, manager }) => {
    if (!pattern.matches(segments)) return false;
    if (!manager) return true;
    if (holder === null) holder = changedBy(live, path)?.manager;
    return holder === manager;
  });
}

/** The effect on the whole fabric was that of all differences; of those that are left, the rules for fields speak. */
function without(drift: Drift, left: Difference[]): Drift {
  const [gravest] = [...left].sort((a, b) =>
    bySeverity(a.severity, b.severity),
  );
  if (!gravest) {
    return { state: 'synced', differences: [], notes: drift.notes };
  }
  const { severity, reason, rule } = gravest;
  return {
    state: 'drifted',
    severity,
    reason,
    rule,
    differences: left,
    notes: drift.notes,
  };
}

function count(
  hidden: Map<string, SeverityCounts> | undefined,
  rule: string,
  { severity }: Difference,
): void {
  if (!hidden) return;
  const counts = hidden.get(rule) ?? { critical: 0, warning: 0, info: 0 };
  counts[severity] += 1;
  hidden.set(rule, counts);
}
