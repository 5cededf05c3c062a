import { isDeepStrictEqual } from 'node:util';
import { parsePath } from '@cnoc/hedgehog';
import { FieldManager, LiveObject } from './LiveObject';

/** The set of fields a manager holds, in the form of `fieldsV1`: `f:name`, `k:{"key":"value"}`, `v:value`. */
type FieldSet = Record<string, unknown>;

function isSet(value: unknown): value is FieldSet {
  return typeof value === 'object' && value !== null;
}

function matchesItem(key: string, item: unknown): boolean {
  try {
    const wanted: unknown = JSON.parse(key.slice(2));
    if (key.startsWith('v:')) {
      return isDeepStrictEqual(wanted, item);
    }
    return (
      key.startsWith('k:') &&
      isSet(wanted) &&
      isSet(item) &&
      Object.entries(wanted).every(([name, value]) =>
        isDeepStrictEqual(item[name], value),
      )
    );
  } catch {
    return false;
  }
}

function childOf(
  fields: FieldSet,
  part: string | number,
  value: unknown,
): unknown {
  if (typeof part === 'string') {
    return fields[`f:${part}`];
  }
  const key = Object.keys(fields).find(candidate =>
    matchesItem(candidate, value),
  );
  return fields[key ?? `i:${part}`];
}

function holds(
  fields: FieldSet,
  parts: readonly (string | number)[],
  object: unknown,
): boolean {
  let set = fields;
  let value = object;
  for (const part of parts) {
    value = isSet(value) ? value[part] : undefined;
    const child = childOf(set, part, value);
    if (!isSet(child)) {
      return false;
    }
    // A set without members is owned whole: everything below belongs to the same manager.
    if (Object.keys(child).length === 0) {
      return true;
    }
    set = child;
  }
  return true;
}

function fieldsOf({ fields }: FieldManager): FieldSet {
  try {
    const set: unknown = JSON.parse(fields);
    return isSet(set) ? set : {};
  } catch {
    return {};
  }
}

/** Who set a field of a live object last, from its managed fields; undefined when nobody holds it. */
export function changedBy(
  object: LiveObject,
  path: string,
): { manager: string; at?: string } | undefined {
  const parts = parsePath(path);
  if (!parts?.length) {
    return undefined;
  }
  let latest: FieldManager | undefined;
  for (const manager of object.managers) {
    if (
      !manager.subresource &&
      holds(fieldsOf(manager), parts, object.canonical) &&
      (!latest || (manager.at ?? '') >= (latest.at ?? ''))
    ) {
      latest = manager;
    }
  }
  return (
    latest && {
      manager: latest.manager,
      ...(latest.at && { at: latest.at }),
    }
  );
}
