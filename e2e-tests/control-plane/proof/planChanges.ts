import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Random } from '@cnoc/lab/src/testing';
import { isSameness, type Change } from './changes/Change';
import { wholeObjects } from './changes/wholeObjects';
import { placesOf } from './places';

/** One change that somebody makes in the cluster, and what CNOC has to say about it. */
export interface PlannedChange {
  /** Says what is done, to which object. */
  title: string;
  /** The way of changing, without the object. */
  way: string;
  namespace: string;
  expected: Change['expected'];
  isJudgedByEffect: boolean;
  /** The object before; undefined = somebody makes it. */
  before: KubernetesObject | undefined;
  /** The object after; undefined = somebody deletes it. */
  after: KubernetesObject | undefined;
  /** The field that is changed; undefined = the whole object. */
  path: string | undefined;
  /** A field that git does not have: server-side apply leaves it to who added it. */
  isAddition: boolean;
}

type Way = {
  name: string;
  kind: string;
  plan(object: KubernetesObject, random: Random): Planned | undefined;
};

type Planned = Omit<PlannedChange, 'title' | 'way' | 'namespace'>;

/**
 * Plans changes to the objects, each object at most once, each way of changing about as often: `drifts` that are drift,
 * and those that mean the same on top. The same seed of `random` gives the same plan.
 */
export function planChanges(
  objects: readonly KubernetesObject[],
  changes: readonly Change[],
  options: { drifts: number; random: Random },
): PlannedChange[] {
  const { random } = options;
  const unused = new Map<string, KubernetesObject[]>();
  for (const object of shuffled(objects, random)) {
    unused.set(object.kind, [...(unused.get(object.kind) ?? []), object]);
  }
  const planned: PlannedChange[] = [];
  let left = options.drifts;
  const ways = waysOf(changes);
  while (left > 0 && ways.length > 0) {
    const way = ways.shift() as Way;
    const found = planOnOne(way, unused, random);
    // A way that found no object will not find one later.
    if (found) {
      planned.push(found);
      ways.push(way);
      if (isDrift(found)) left -= 1;
    }
  }
  return planned;
}

/** The way's change of the first object that it fits; the object is used then. */
function planOnOne(
  way: Way,
  unused: Map<string, KubernetesObject[]>,
  random: Random,
): PlannedChange | undefined {
  const some = unused.get(way.kind) ?? [];
  for (const object of some) {
    const found = way.plan(object, random);
    if (found) {
      unused.set(
        way.kind,
        some.filter(other => other !== object),
      );
      const { name, namespace } = object.metadata;
      return {
        ...found,
        title: `${way.name} of ${way.kind} ${name} in ${namespace} (${found.path})`,
        way: `${way.kind}: ${way.name}`,
        namespace: namespace as string,
      };
    }
  }
  return undefined;
}

function waysOf(changes: readonly Change[]): Way[] {
  return [
    ...changes.map(change => ({
      name: `${change.what} [${change.expected}]`,
      kind: change.kind,
      plan: (object: KubernetesObject, random: Random) =>
        planField(object, change, random),
    })),
    ...Object.entries(wholeObjects).flatMap(([kind, whole]) => [
      {
        name: 'a deletion',
        kind,
        plan: (before: KubernetesObject) => ({
          expected: whole.missing,
          isJudgedByEffect: whole.isJudgedByEffect,
          before,
          after: undefined,
          path: undefined,
          isAddition: false,
        }),
      },
      {
        name: 'a copy',
        kind,
        plan: (object: KubernetesObject) => ({
          expected: whole.orphan,
          isJudgedByEffect: whole.isJudgedByEffect,
          before: undefined,
          after: copyOf(object),
          path: undefined,
          isAddition: false,
        }),
      },
    ]),
  ];
}

function planField(
  before: KubernetesObject,
  change: Change,
  random: Random,
): Planned | undefined {
  const after = structuredClone(before);
  const fitting = placesOf(after, change.path).flatMap(place => {
    const value = change.to(place.value, before);
    return value === undefined ? [] : [{ place, value }];
  });
  if (fitting.length === 0) return undefined;
  const { place, value } = random.pick(fitting);
  place.put(value);
  return {
    expected: change.expected,
    isJudgedByEffect: change.isJudgedByEffect ?? false,
    before,
    after,
    path: place.path,
    isAddition: place.value === undefined && !place.isInList,
  };
}

function copyOf({ apiVersion, kind, metadata, spec }: KubernetesObject) {
  const { namespace } = metadata;
  return {
    apiVersion,
    kind,
    metadata: { name: 'edited', namespace },
    ...(spec ? { spec } : {}),
  };
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map(item => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Whether the change is drift. */
export function isDrift({ expected }: PlannedChange): boolean {
  return !isSameness(expected);
}
