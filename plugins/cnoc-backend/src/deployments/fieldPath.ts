/** The keys as a JSON pointer (RFC 6901). */
export function jsonPointer(keys: readonly (string | number)[]): string {
  return keys
    .map(key => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}

/** Whether a value has something at the keys. */
export function hasField(
  value: unknown,
  keys: readonly (string | number)[],
): boolean {
  let current = value;
  for (const key of keys) {
    if (typeof current !== 'object' || current === null) return false;
    if (!Object.prototype.hasOwnProperty.call(current, key)) return false;
    current = (current as Record<string | number, unknown>)[key];
  }
  return true;
}
