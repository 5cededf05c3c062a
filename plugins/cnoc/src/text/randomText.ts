const ALPHABET =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Text that cannot be guessed, of letters, digits, `-` and `_`: six bits a character.
 *
 * @internal
 */
export function randomText(length: number): string {
  // Not randomUUID: browsers keep that from portals that are served without TLS.
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, byte => ALPHABET[byte % 64]).join('');
}
