import { byText, isMap, JsonMap, mapOf } from '../model/json';

/** What Go's `== zero` sees as not set. */
export function isUnset(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === 0 ||
    value === false
  );
}

/** Sets a field that is absent or holds Go's zero value. */
export function setDefault(target: JsonMap, key: string, value: unknown): void {
  if (isUnset(target[key])) target[key] = value;
}

/** The map at a key, created when absent; `undefined` when something else stands there. */
export function ensureMap(target: JsonMap, key: string): JsonMap | undefined {
  if (target[key] === undefined || target[key] === null) target[key] = {};
  return mapOf(target[key]);
}

/** Sorts a list of strings in place of the old one. Mixed lists stay as they are. */
export function sortTexts(target: JsonMap, key: string): void {
  const value = target[key];
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) {
    target[key] = [...value].sort(byText);
  }
}

/** Sorts a list of maps by one of their fields; ties keep their order. */
export function sortMaps(
  target: JsonMap,
  key: string,
  compare: (a: JsonMap, b: JsonMap) => number,
): void {
  const value = target[key];
  if (Array.isArray(value) && value.every(isMap)) {
    target[key] = [...value].sort(compare);
  }
}

/** Compares two maps by a text field. */
export function byTextField(field: string): (a: JsonMap, b: JsonMap) => number {
  return (a, b) => byText(String(a[field] ?? ''), String(b[field] ?? ''));
}

/** True for `null`, `{}`, `[]` and absent values, and for maps that hold nothing but such. */
export function isHollow(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isMap(value)) return Object.values(value).every(isHollow);
  return isUnset(value);
}

/** The maps among a map's values, with their keys. */
export function entriesOf(value: unknown): [string, JsonMap][] {
  const entries: [string, JsonMap][] = [];
  if (!isMap(value)) return entries;
  for (const key of Object.keys(value)) {
    const entry = value[key];
    if (isMap(entry)) entries.push([key, entry]);
  }
  return entries;
}

/** The maps among a list's items, with their indexes. */
export function itemsOf(value: unknown): [number, JsonMap][] {
  const items: [number, JsonMap][] = [];
  if (!Array.isArray(value)) return items;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (isMap(item)) items.push([index, item]);
  }
  return items;
}
