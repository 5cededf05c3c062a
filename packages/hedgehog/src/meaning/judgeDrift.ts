import { Difference, Drift } from '../compare/Drift';
import { ObjectKey } from '../model/KubernetesObject';
import { bySeverity, Severity } from '../model/Severity';
import { bothSides } from '../model/shown';
import { isDecidedByModel } from './decidedRules';
import { Impact, ImpactItem } from './Impact';
import { headlineOf } from './impactOf';

interface Verdict {
  severity: Severity;
  reason: string;
  rule: string;
}

const shownEffects = 5;

/**
 * A drift judged by its effects. Rules that only guess at effects give way to them; every other rule stands, and the
 * gravest verdict is the drift's.
 *
 * @param impacts views of what the drift does, the foremost first; none = nothing that reachability depends on
 */
export function judgeDrift(
  drift: Drift,
  key: ObjectKey,
  impacts: readonly Impact[],
  isDeploy: boolean,
): Drift {
  const gravest = impacts
    .flatMap(impact => verdictOf(impact, isDeploy) ?? [])
    .sort((a, b) => bySeverity(a.severity, b.severity))[0];
  const differences = drift.differences
    .map(difference =>
      isDecidedByModel(difference.rule, difference)
        ? { ...difference, ...(gravest ?? harmless(difference, key, impacts)) }
        : difference,
    )
    .sort((a, b) => bySeverity(a.severity, b.severity));
  const own = ownVerdict(drift, differences, key, isDeploy);
  const verdict =
    gravest && (!own || bySeverity(gravest.severity, own.severity) <= 0)
      ? gravest
      : own;
  const effects = effectsOf(impacts.map(({ items }) => items));
  return {
    ...drift,
    ...verdict,
    differences,
    ...(effects.length > 0 ? { effects } : {}),
  };
}

/** What the rules for the object itself say, after those that the model decides have given way. */
function ownVerdict(
  { state, severity, reason, rule }: Drift,
  differences: readonly Difference[],
  key: ObjectKey,
  isDeploy: boolean,
): Verdict | undefined {
  if (state === 'drifted') {
    const [first] = differences;
    return (
      first && {
        severity: first.severity,
        reason: first.reason,
        rule: first.rule,
      }
    );
  }
  if (!severity || !reason || !rule) return undefined;
  if (!isDecidedByModel(rule)) return { severity, reason, rule };
  const where =
    state === 'committed'
      ? 'is in git and not in the cluster'
      : 'is in the cluster and not in git';
  return {
    severity: mildened(severity, isDeploy),
    reason: `${key.kind} ${key.name} ${where}; no server gains or loses reach by it.`,
    rule,
  };
}

/** What a deployment brings is what git wants; what git wants and is not there is still a lack. */
function mildened(severity: Severity, isDeploy: boolean): Severity {
  if (isDeploy) return 'info';
  return severity === 'critical' ? 'warning' : severity;
}

/** No server feels it now. It still counts when the next one to come would. */
function harmless(
  difference: Difference,
  key: ObjectKey,
  impacts: readonly Impact[],
): Verdict {
  return {
    severity: impacts.some(({ items }) => items.length > 0)
      ? 'warning'
      : 'info',
    reason: `${difference.path} of ${key.kind} ${key.name} is ${bothSides({
      desired: difference.desired,
      live: difference.live,
    })}; no server gains or loses reach by it.`,
    rule: difference.rule,
  };
}

function verdictOf(impact: Impact, isDeploy: boolean): Verdict | undefined {
  const [first] = impact.items;
  const sentence = headlineOf(impact);
  // Networks that nobody is in are an effect, yet no headline.
  if (!first || !sentence || first.type === 'network') return undefined;
  const isUnwanted = first.change === 'gained' && !isDeploy;
  return {
    severity: first.change === 'gained' && isDeploy ? 'info' : first.severity,
    reason: isUnwanted
      ? `${sentence.replace(/\.$/, '')}, although git does not say so.`
      : sentence,
    rule: `impact.${first.type}.${first.change}`,
  };
}

/** The gravest of all views, each sentence once. */
function effectsOf(views: readonly (readonly ImpactItem[])[]): ImpactItem[] {
  const bySentence = new Map<string, ImpactItem>();
  for (const item of views.flat())
    if (!bySentence.has(item.sentence)) bySentence.set(item.sentence, item);
  return [...bySentence.values()]
    .sort((a, b) => bySeverity(a.severity, b.severity))
    .slice(0, shownEffects);
}
