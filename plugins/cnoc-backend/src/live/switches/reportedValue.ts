export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A short text of a switch, without what could break a page, a log or a database; undefined for anything else. */
export function textOf(value: unknown, maxLength = 128): string | undefined {
  return typeof value === 'string' &&
    value.length > 0 &&
    value.length <= maxLength &&
    /^[\x20-\x7e]+$/.test(value)
    ? value
    : undefined;
}

/** Named parts of a status, bounded: a switch can send anything. */
export function partsOf(
  value: unknown,
  max: number,
): [name: string, part: Record<string, unknown>][] {
  if (!isMap(value)) {
    return [];
  }
  const parts: [string, Record<string, unknown>][] = [];
  for (const [name, part] of Object.entries(value)) {
    if (parts.length >= max) {
      break;
    }
    if (isMap(part) && textOf(name, 64)) {
      parts.push([name, part]);
    }
  }
  return parts;
}
