/** A JSON map, as opposed to a list or a scalar. */
export type JsonMap = Record<string, unknown>;

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a map; `undefined` for anything else, so that broken input reads as absent. */
export function mapOf(value: unknown): JsonMap | undefined {
  return isMap(value) ? value : undefined;
}

/** The value as a list; an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value when it is a non-empty string. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Only the strings of a list. */
export function textsOf(value: unknown): string[] {
  return listOf(value).filter(
    (item): item is string => typeof item === 'string',
  );
}

/** The value at the end of a chain of map keys. */
export function at(value: unknown, ...keys: string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (!isMap(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** Sorts as Go's `sort.Strings` does for ASCII: by code unit, not by locale. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A deep copy of JSON data. `__proto__` keys stay plain data. */
export function copyJson<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyJson) as T;
  if (!isMap(value)) return value;
  const copy: JsonMap = {};
  for (const key of Object.keys(value)) {
    const part = value[key];
    setOwn(copy, key, typeof part === 'object' ? copyJson(part) : part);
  }
  return copy as T;
}

/** Assignment that cannot reach a prototype. */
export function setOwn(target: JsonMap, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[key] = value;
  }
}
