import { byText } from '../model/json';

/** Keys of both maps, each once, sorted, so that the first items are the same whatever the order of the objects. */
export function keysOf(
  a: ReadonlyMap<string, unknown>,
  b: ReadonlyMap<string, unknown>,
): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].sort(byText);
}
