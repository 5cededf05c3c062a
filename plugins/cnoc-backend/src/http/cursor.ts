import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';

/**
 * Packs where a page ended. The scope (list, fabric and filter) goes with it, so that a cursor only continues the very
 * list it came from.
 */
export function encodeCursor(
  scope: readonly unknown[],
  position: object | undefined,
): string | undefined {
  if (!position) return undefined;
  return Buffer.from(
    JSON.stringify([scopeHash(scope), position]),
    'utf8',
  ).toString('base64url');
}

/**
 * @param shape - type of each field of the position
 * @throws InputError for a cursor that is malformed, forged, or of another list
 */
export function decodeCursor<T extends object>(
  cursor: string | undefined,
  scope: readonly unknown[],
  shape: { [K in keyof T]: T[K] extends number ? 'number' : 'string' },
): T | undefined {
  if (cursor === undefined) return undefined;
  const refused = new InputError(
    'query.cursor: not a cursor of this list; take nextCursor of the page before, with the same filters',
  );
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  if (!Array.isArray(parsed) || parsed.length !== 2) throw refused;
  const [hash, position] = parsed;
  if (hash !== scopeHash(scope)) throw refused;
  if (typeof position !== 'object' || position === null) throw refused;
  const fields = Object.keys(shape) as (keyof T & string)[];
  if (Object.keys(position).length !== fields.length) throw refused;
  for (const field of fields) {
    const value = Object.prototype.hasOwnProperty.call(position, field)
      ? position[field]
      : undefined;
    if (typeof value !== shape[field]) throw refused;
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw refused;
    }
    // PostgreSQL refuses this character in text
    if (typeof value === 'string' && value.includes('\0')) throw refused;
  }
  return position as T;
}

function scopeHash(scope: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(scope))
    .digest('base64url')
    .slice(0, 16);
}
