import { byText, isMap } from '../model/json';
import { Field } from '../schema/Field';
import { hashOf } from './hashOf';

/** An order of a set's items: by their fields in the order in which the shape states them, numbers by size. */
export function compareItems(a: unknown, b: unknown, field: Field): number {
  if (isMap(a) && isMap(b) && field.type === 'group') {
    for (const key of Object.keys(field.fields)) {
      const order = compareScalars(a[key], b[key]);
      if (order !== 0) return order;
    }
    // Same in all known fields: any order will do, as long as it is always the same one.
    return byText(hashOf(a), hashOf(b));
  }
  return compareScalars(a, b);
}

function compareScalars(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byText(textOf(a), textOf(b));
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'object' && value !== null
    ? hashOf(value)
    : String(value);
}
