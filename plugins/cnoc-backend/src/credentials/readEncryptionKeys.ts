import { scryptSync } from 'node:crypto';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const ID = /^[A-Za-z0-9_-]{1,32}$/;
const SHORTEST = 32;
/** A key of fewer different characters is a placeholder that somebody forgot */
const FEWEST_CHARACTERS = 8;

/**
 * Reads `cnoc.encryption.keys` and stretches each secret into a master key of 32 bytes.
 *
 * @throws InputError naming the entry, never its secret
 */
export function readEncryptionKeys(
  config: Config,
): { id: string; master: Buffer }[] {
  const seen = new Set<string>();
  return (config.getOptionalConfigArray('cnoc.encryption.keys') ?? []).map(
    (entry, index) => {
      const where = `cnoc.encryption.keys[${index}]`;
      const id = entry.getString('id');
      if (!ID.test(id) || seen.has(id)) {
        throw new InputError(
          `${where}: each id is unique, of letters, digits, dashes and underscores, at most 32; rename it`,
        );
      }
      seen.add(id);
      const secret = entry.getString('secret').trim();
      if (
        secret.length < SHORTEST ||
        new Set(secret).size < FEWEST_CHARACTERS
      ) {
        throw new InputError(
          `${where}: the secret must be at least ${SHORTEST} random characters; 'openssl rand -base64 32' makes one`,
        );
      }
      // A person may have chosen words, so guessing must be slow; done once a start
      const master = scryptSync(secret, `cnoc/encryption/${id}`, 32, {
        N: 2 ** 14,
      });
      return { id, master };
    },
  );
}
