import { Problem } from '../kinds/Kind';
import { JsonMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';

/** What the store behind the Kubernetes API takes with certainty; a larger object gets an internal error there. */
const maxBytes = 1024 * 1024;

/** Refuses objects that are too large to be stored. Counts bytes only of those that may be. */
export function checkSize(object: KubernetesObject, problems: Problem[]): void {
  // A UTF-16 unit takes up to three bytes, or six where JSON escapes it.
  if (unitsLeft(object, maxBytes / 6) >= 0) return;
  const bytes = new TextEncoder().encode(JSON.stringify(object)).length;
  if (bytes > maxBytes)
    problems.push({
      rule: 'object.size',
      message: `The object has ${bytes} bytes; Kubernetes stores up to ${maxBytes}.`,
      path: [],
      hint: 'Split it, or shorten its longest texts and lists.',
    });
}

/** What is left of a number of units of text after a value, keys and marks included; negative when it is too large. */
function unitsLeft(value: unknown, units: number): number {
  if (typeof value === 'string') return units - value.length - 3;
  // No number or flag is longer in JSON.
  if (typeof value !== 'object' || value === null) return units - 26;
  let left = units - 2;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && left >= 0; index += 1)
      left = unitsLeft(value[index], left);
    return left;
  }
  for (const key of Object.keys(value)) {
    if (left < 0) return left;
    left = unitsLeft((value as JsonMap)[key], left - key.length - 4);
  }
  return left;
}
