import { canonicalize } from '../canonical/canonicalize';
import { compareCanonical } from '../compare/compareCanonical';
import { isEqual } from '../compare/isEqual';
import { byText } from '../model/json';
import { KubernetesObject, ObjectKey } from '../model/KubernetesObject';
import { bySeverity, Severity } from '../model/Severity';
import { shown } from '../model/shown';
import { keyOf } from '../references/ReferenceIndex';
import { compareHomings } from './compareHomings';
import { compareReach } from './compareReach';
import { isDecidedByModel } from './decidedRules';
import { FabricModel, modelOf } from './FabricModel';
import { FactSink } from './FactSink';
import { Impact, ImpactItem } from './Impact';

export interface ImpactOptions {
  /** Most items of each type and direction; 20 unless given. Numbers are exact all the same. */
  limit?: number;
}

/**
 * What a change from one set of objects to another does to the network: which servers lose or gain each other, a VPC or
 * a network outside, what loses redundancy, and what is merely cosmetic. Both sets are whole fabrics, wiring included:
 * what is not in a set is taken as not there.
 */
export function impactOf(
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
  { limit = 20 }: ImpactOptions = {},
): Impact {
  const { settings, count, cosmetic } = settingsOf(before, after, limit);
  return {
    ...impactOfModels(modelOf(before), modelOf(after), settings, limit),
    settings: count,
    cosmetic,
  };
}

/** The part of an impact that two models tell, with items for settings put in. */
export function impactOfModels(
  before: FabricModel,
  after: FabricModel,
  settings: readonly ImpactItem[],
  limit: number,
): Impact {
  const sink = new FactSink(limit);
  compareReach(before, after, sink);
  compareHomings(before, after, sink);
  return {
    lost: sink.lost,
    gained: sink.gained,
    settings: settings.length,
    items: sink.sorted(settings),
    cosmetic: { count: 0, objects: [] },
  };
}

/** The gravest of all that an impact tells; `info` when it changes nothing that the network depends on. */
export function severityOfImpact({ items }: Pick<Impact, 'items'>): Severity {
  return items[0]?.severity ?? 'info';
}

/** The gravest item in words, with the number of others like it; `undefined` when the impact tells nothing. */
export function headlineOf(impact: Impact): string | undefined {
  const [first] = impact.items;
  if (!first) return undefined;
  const total =
    first.type === 'setting' || first.change === 'changed'
      ? impact.settings
      : impact[first.change][first.type];
  return total > 1
    ? `${first.sentence.replace(/\.$/, '')}, and ${total - 1} more like it.`
    : first.sentence;
}

function settingsOf(
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
  limit: number,
): { settings: ImpactItem[]; count: number; cosmetic: Impact['cosmetic'] } {
  const later = new Map(after.map(object => [keyOf(keyFor(object)), object]));
  const settings: ImpactItem[] = [];
  const cosmetic: ObjectKey[] = [];
  for (const old of [...before].sort(byKey)) {
    const now = later.get(keyOf(keyFor(old)));
    if (!now || now === old || isEqual(old, now)) continue;
    const { state, differences } = compareCanonical(
      canonicalize(old),
      canonicalize(now),
    );
    if (state === 'synced') continue;
    if (differences.every(({ severity }) => severity === 'info'))
      cosmetic.push(keyFor(old));
    for (const difference of differences) {
      const { path, desired, live, severity, rule } = difference;
      if (severity === 'info' || isDecidedByModel(rule, difference)) continue;
      settings.push({
        type: 'setting',
        change: 'changed',
        object: keyFor(old),
        path,
        severity,
        sentence: `${path} of ${old.kind} ${
          old.metadata.name
        } changes from ${shown(desired)} to ${shown(live)}.`,
      });
    }
  }
  settings.sort((a, b) => bySeverity(a.severity, b.severity));
  return {
    settings: settings.slice(0, limit),
    count: settings.length,
    cosmetic: { count: cosmetic.length, objects: cosmetic.slice(0, limit) },
  };
}

function keyFor({ kind, metadata }: KubernetesObject): ObjectKey {
  return { kind, name: metadata.name };
}

function byKey(a: KubernetesObject, b: KubernetesObject): number {
  return byText(keyOf(keyFor(a)), keyOf(keyFor(b)));
}
