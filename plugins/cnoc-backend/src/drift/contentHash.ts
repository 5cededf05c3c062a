import { createHash } from 'node:crypto';

/** Short hash of plain data that is always built with its keys in the same order. */
export function contentHash(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('base64url');
}
