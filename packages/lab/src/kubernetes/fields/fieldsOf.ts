import { equalJson, isJsonObject, type JsonObject } from '../json';
import { FieldSet, type FieldPath } from './FieldSet';

const SERVER_METADATA = new Set([
  'name',
  'namespace',
  'uid',
  'selfLink',
  'generation',
  'resourceVersion',
  'creationTimestamp',
  'deletionTimestamp',
  'managedFields',
]);

/**
 * Maps of the Hedgehog schemas whose keys a person chooses. An entry of such a map is owned as a whole too (the `.` in
 * fieldsV1), which is not so for the fixed fields of a struct.
 */
const OPEN_MAPS: readonly (readonly string[])[] = [
  ['spec', 'subnets'],
  ['spec', 'subnets', '*', 'dhcp', 'static'],
  ['spec', 'subnets', '*', 'hostBGPExtraPrefixes'],
  ['spec', 'interfaces'],
  ['spec', 'peering'],
];

function isOpenMap(path: FieldPath): boolean {
  return OPEN_MAPS.some(
    map =>
      map.length === path.length &&
      map.every((key, index) => key === '*' || key === path[index]),
  );
}

/** The parts of an object that are never tracked: names, server metadata and the part the endpoint does not write. */
export function trackedPart(
  object: JsonObject,
  subresource: 'status' | undefined,
): JsonObject {
  const { apiVersion: _a, kind: _k, metadata, status, ...rest } = object;
  if (subresource === 'status') {
    return status === undefined ? {} : { status };
  }
  const kept = isJsonObject(metadata)
    ? Object.fromEntries(
        Object.entries(metadata).filter(([key]) => !SERVER_METADATA.has(key)),
      )
    : {};
  return Object.keys(kept).length ? { metadata: kept, ...rest } : { ...rest };
}

/** The fields an applied configuration mentions: leaves, empty maps, lists, and entries of open maps. */
export function fieldsOfConfiguration(configuration: JsonObject): FieldSet {
  const paths: FieldPath[] = [];
  const visit = (value: unknown, path: string[]) => {
    if (!isJsonObject(value) || Object.keys(value).length === 0) {
      if (path.length) {
        paths.push(path);
      }
      return;
    }
    if (path.length && isOpenMap(path.slice(0, -1))) {
      paths.push(path);
    }
    for (const [key, child] of Object.entries(value)) {
      visit(child, [...path, key]);
    }
  };
  visit(configuration, []);
  return FieldSet.of(paths);
}

export interface FieldChanges {
  /** Leaves and maps that only the later object has. */
  added: FieldSet;
  modified: FieldSet;
  /** Leaves and maps that only the earlier object has. */
  removed: FieldSet;
}

/** What changed between two tracked parts. */
export function compareFields(
  before: JsonObject,
  after: JsonObject,
): FieldChanges {
  const added: FieldPath[] = [];
  const modified: FieldPath[] = [];
  const removed: FieldPath[] = [];

  const all = (value: unknown, path: string[], into: FieldPath[]) => {
    // metadata itself always exists; only what is in it can be owned
    if (path.length > 1 || path[0] !== 'metadata') {
      into.push(path);
    }
    if (isJsonObject(value)) {
      for (const [key, child] of Object.entries(value)) {
        all(child, [...path, key], into);
      }
    }
  };
  const visit = (left: unknown, right: unknown, path: string[]) => {
    if (isJsonObject(left) && isJsonObject(right)) {
      for (const key of new Set([
        ...Object.keys(left),
        ...Object.keys(right),
      ])) {
        const next = [...path, key];
        if (!Object.hasOwn(right, key)) {
          all(left[key], next, removed);
        } else if (!Object.hasOwn(left, key)) {
          all(right[key], next, added);
        } else {
          visit(left[key], right[key], next);
        }
      }
    } else if (!equalJson(left, right)) {
      if (isJsonObject(left)) {
        all(left, path, removed);
      }
      if (isJsonObject(right)) {
        all(right, path, added);
      } else {
        modified.push(path);
      }
    }
  };
  visit(before, after, []);
  return {
    added: FieldSet.of(added),
    modified: FieldSet.of(modified),
    removed: FieldSet.of(removed),
  };
}
