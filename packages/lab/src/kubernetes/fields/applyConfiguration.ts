import {
  cloneJson,
  getKey,
  isJsonObject,
  setKey,
  type JsonObject,
} from '../json';
import { FieldSet, type FieldPath } from './FieldSet';
import { compareFields, fieldsOfConfiguration, trackedPart } from './fieldsOf';
import {
  isEntryOf,
  readManagers,
  type FieldActor,
  type FieldManagerEntry,
} from './managers';

export interface FieldConflict {
  owner: FieldManagerEntry;
  path: FieldPath;
}

export interface AppliedConfiguration {
  /** The live object with the configuration merged in and given-up fields removed. */
  object: JsonObject;
  managers: FieldManagerEntry[];
  /** Empty when forced: the fields changed hands instead. */
  conflicts: FieldConflict[];
}

/** Server-side apply of one configuration. Lists are atomic, as in the Hedgehog schemas. */
export function applyConfiguration(
  live: JsonObject | undefined,
  configuration: JsonObject,
  actor: FieldActor,
  options: { force: boolean },
): AppliedConfiguration {
  const applied = withoutNulls(trackedPart(configuration, actor.subresource));
  const fields = fieldsOfConfiguration(applied);
  const entries = live ? readManagers(live) : [];
  const mine = entries.find(entry => isEntryOf(entry, actor, 'Apply'));
  const others = entries.filter(entry => entry !== mine);

  const object = live ? cloneJson(live) : identityOf(configuration);
  merge(object, applied);
  const givenUp = (mine?.fields ?? FieldSet.of()).minus(fields);
  prune(object, givenUp, [fields, ...others.map(entry => entry.fields)]);

  const changes = compareFields(
    live ? trackedPart(live, actor.subresource) : {},
    trackedPart(object, actor.subresource),
  );
  const changed = changes.added.union(changes.modified);
  const conflicts = others.flatMap(owner =>
    owner.fields
      .and(changed)
      .paths()
      .map(path => ({ owner, path })),
  );
  const keepTime = mine?.fields.equals(fields) && changed.size === 0;
  return {
    object,
    conflicts: options.force ? [] : conflicts,
    managers: [
      ...others.map(entry => ({
        ...entry,
        fields: entry.fields.minus(changed).minus(changes.removed),
      })),
      {
        ...actor,
        time: keepTime && mine ? mine.time : actor.time,
        operation: 'Apply',
        fields,
      },
    ],
  };
}

function identityOf({ apiVersion, kind, metadata }: JsonObject): JsonObject {
  const { name, namespace } = isJsonObject(metadata)
    ? metadata
    : ({} as JsonObject);
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace ? { namespace } : {}) },
  };
}

function withoutNulls(value: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    if (child !== null) {
      setKey(result, key, isJsonObject(child) ? withoutNulls(child) : child);
    }
  }
  return result;
}

function merge(target: JsonObject, source: JsonObject): void {
  for (const [key, value] of Object.entries(source)) {
    const current = getKey(target, key);
    if (
      isJsonObject(value) &&
      isJsonObject(current) &&
      Object.keys(value).length > 0
    ) {
      merge(current, value);
    } else if (!(isJsonObject(value) && isJsonObject(current))) {
      setKey(target, key, cloneJson(value));
    }
  }
}

/** Removes fields that their applier no longer mentions and that nobody else owns, and the structs that this empties. */
function prune(
  object: JsonObject,
  givenUp: FieldSet,
  owned: readonly FieldSet[],
): void {
  const isOwned = (path: FieldPath) => owned.some(set => set.hasWithin(path));
  const deepestFirst = givenUp.paths().sort((a, b) => b.length - a.length);
  for (const path of deepestFirst.filter(each => !isOwned(each))) {
    // an entry of an open map goes with the defaults inside, which nobody owns
    removeAt(object, path);
    for (let up = path.slice(0, -1); up.length > 1; up = up.slice(0, -1)) {
      const emptied = at(object, up);
      if (!emptied || Object.keys(emptied).length > 0 || isOwned(up)) {
        break;
      }
      removeAt(object, up);
    }
  }
}

function removeAt(object: JsonObject, path: FieldPath): void {
  const parent = at(object, path.slice(0, -1));
  if (parent) {
    delete parent[path[path.length - 1]];
  }
}

function at(object: JsonObject, path: FieldPath): JsonObject | undefined {
  let node: unknown = object;
  for (const key of path) {
    node = isJsonObject(node) ? getKey(node, key) : undefined;
  }
  return isJsonObject(node) ? node : undefined;
}
