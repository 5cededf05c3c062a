import { kinds } from '../kinds';
import { RuleContext, SeverityRule } from '../kinds/Kind';
import { PathSegments } from '../model/path';
import { generalRules, leadingRules } from './generalRules';
import { PathPattern } from './PathPattern';

/** Every severity rule in the order in which they are tried: the kinds' own between the general ones. */
export const severityRules: readonly SeverityRule[] = [
  ...leadingRules,
  ...kinds.flatMap(kind =>
    kind.severityRules.map(rule => ({ ...rule, kinds: [kind.kind] })),
  ),
  ...generalRules,
];

const compiled = severityRules.map(rule => ({
  rule,
  pattern: rule.path === undefined ? undefined : PathPattern.of(rule.path),
}));
const rulesOf = new Map(
  kinds.map(({ kind }) => [
    kind,
    compiled.filter(
      ({ rule }) => rule.kinds.length === 0 || rule.kinds.includes(kind),
    ),
  ]),
);
const rulesOfOthers = compiled.filter(({ rule }) => rule.kinds.length === 0);

/** The first rule that applies, with the words for this difference. There always is one. */
export function judge(
  on: SeverityRule['on'],
  path: PathSegments,
  context: Omit<RuleContext, 'keys'>,
): { rule: string; severity: SeverityRule['severity']; reason: string } {
  for (const { rule, pattern } of rulesOf.get(context.kind) ?? rulesOfOthers) {
    if (rule.on !== on) continue;
    const keys = pattern ? pattern.match(path) : [];
    if (!keys) continue;
    const full = { ...context, keys };
    if (rule.when && !rule.when(full)) continue;
    return {
      rule: rule.id,
      severity: rule.severity,
      reason: rule.reason(full),
    };
  }
  throw new Error(`No severity rule covers ${on}`);
}
