import { byText, isMap, JsonMap, setOwn } from '../model/json';
import { Field, GroupField } from '../schema/Field';
import { normalForm } from '../schema/Form';
import { compareItems } from './compareItems';

/**
 * Brings a defaulted value to its one normal form: documented text forms (IP, MAC, prefix, duration), and nothing where
 * a value says no more than its absence (`""`, `false`, `0`, `null`, `{}`, `[]`). Keys that users choose stay, whatever
 * they hold, because the key itself speaks: `permit: [{vpc-1: {}}]`, `portAutoNegs: {E1/1: false}`.
 */
export function prune(value: unknown, field: Field | undefined): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (value === false)
    return field?.type === 'flag' && field.falseCounts ? false : undefined;
  if (value === 0)
    return field?.type === 'integer' && field.zeroCounts ? 0 : undefined;
  if (typeof value === 'string') {
    return field?.type === 'text' && field.form
      ? normalForm(field.form, value) ?? value
      : value;
  }
  if (Array.isArray(value)) return pruneList(value, field);
  if (isMap(value))
    return field?.type === 'map'
      ? pruneMap(value, field.values, field.keyForm)
      : pruneGroup(value, field);
  return value;
}

function pruneList(
  value: unknown[],
  field: Field | undefined,
): unknown[] | undefined {
  if (value.length === 0) return undefined;
  const items = field?.type === 'list' ? field.items : undefined;
  // A place in a list is never dropped, as that would move the places after it.
  const list = value.map(item => kept(item, items));
  // Hedgehog sorted the texts as they were written; their normal forms may sort differently.
  return items && field?.type === 'list' && field.isSet
    ? list.sort((a, b) => compareItems(a, b, items))
    : list;
}

function pruneMap(
  value: JsonMap,
  values: Field,
  keyForm: Parameters<typeof normalForm>[0] | undefined,
): JsonMap | undefined {
  const result: JsonMap = {};
  const keys = Object.keys(value);
  if (keys.length === 0) return undefined;
  // Sorted, so that two keys with one normal form (refused by validation) end the same way in any order.
  if (keyForm) keys.sort(byText);
  for (const key of keys) {
    setOwn(
      result,
      keyForm ? normalForm(keyForm, key) ?? key : key,
      kept(value[key], values),
    );
  }
  return result;
}

function pruneGroup(
  value: JsonMap,
  field: Field | undefined,
): JsonMap | undefined {
  const group = field?.type === 'group' ? field : undefined;
  const result: JsonMap = {};
  let isEmpty = true;
  for (const key of Object.keys(value)) {
    const pruned = prune(value[key], fieldAt(group, key));
    if (pruned === undefined) continue;
    setOwn(result, key, pruned);
    isEmpty = false;
  }
  return isEmpty && !group?.emptyCounts ? undefined : result;
}

function kept(value: unknown, field: Field | undefined): unknown {
  const pruned = prune(value, field);
  if (pruned !== undefined) return pruned;
  switch (field?.type) {
    case 'group':
    case 'map':
      return {};
    case 'list':
      return [];
    default:
      if (isMap(value)) return {};
      return Array.isArray(value) ? [] : value ?? null;
  }
}

function fieldAt(
  group: GroupField | undefined,
  key: string,
): Field | undefined {
  return group && Object.hasOwn(group.fields, key)
    ? group.fields[key]
    : undefined;
}
