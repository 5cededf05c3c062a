import { isMap } from '../model/json';
import { Field } from '../schema/Field';
import { isEqual } from './isEqual';

/** One place where two canonical objects differ. `undefined` = not there. */
export interface Change {
  path: (string | number)[];
  desired: unknown;
  live: unknown;
}

/**
 * The differences of two values, as deep as both have the same structure. Ordered lists are compared place by place;
 * lists of scalars and lists without order are one difference, as their places say nothing.
 */
export function findChanges(
  desired: unknown,
  live: unknown,
  field: Field | undefined,
  path: (string | number)[] = [],
  changes: Change[] = [],
): Change[] {
  if (isEqual(desired, live)) return changes;
  if (isMap(desired) && isMap(live)) {
    for (const key of new Set([
      ...Object.keys(desired),
      ...Object.keys(live),
    ])) {
      findChanges(
        own(desired, key),
        own(live, key),
        fieldOf(field, key),
        [...path, key],
        changes,
      );
    }
  } else if (
    Array.isArray(desired) &&
    Array.isArray(live) &&
    isByPlace(desired, live, field)
  ) {
    const items = field?.type === 'list' ? field.items : undefined;
    for (let i = 0; i < Math.max(desired.length, live.length); i += 1) {
      findChanges(desired[i], live[i], items, [...path, i], changes);
    }
  } else {
    changes.push({ path, desired, live });
  }
  return changes;
}

function own(map: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function fieldOf(field: Field | undefined, key: string): Field | undefined {
  if (field?.type === 'map') return field.values;
  return field?.type === 'group' && Object.hasOwn(field.fields, key)
    ? field.fields[key]
    : undefined;
}

function isByPlace(
  desired: unknown[],
  live: unknown[],
  field: Field | undefined,
): boolean {
  if (field?.type === 'list' && field.isSet) return false;
  return [...desired, ...live].every(
    item => typeof item === 'object' && item !== null,
  );
}
