import { cloneJson, getKey, isJsonObject, setKey } from './json';

/** RFC 7386. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) {
    return cloneJson(patch);
  }
  const result = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else {
      setKey(result, key, mergePatch(getKey(result, key), value));
    }
  }
  return result;
}
