import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { Config } from '@backstage/config';
import { ServiceUnavailableError } from '@backstage/errors';
import { CredentialError } from './CredentialError';
import { readEncryptionKeys } from './readEncryptionKeys';

/** Where a sealed value lives; it opens there and nowhere else. */
export interface SealedPlace {
  table: string;
  row: string;
  column: string;
}

interface Key {
  id: string;
  seal: Buffer;
  digest: Buffer;
}

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals values for the database with AES-256-GCM under the newest key of the ring, and opens them with the key that each
 * names. A sealed value is `v1.<keyId>.<iv>.<tag>.<ciphertext>`, bound to its place, so that one moved to another row
 * does not open there.
 */
export class Vault {
  readonly #keys: readonly Key[];

  private constructor(keys: readonly Key[]) {
    this.#keys = keys;
  }

  /**
   * Reads `cnoc.encryption.keys`, newest first; without any, nothing can be sealed or opened.
   *
   * @throws InputError for a key that protects nothing
   */
  static fromConfig(config: Config): Vault {
    return Vault.create(readEncryptionKeys(config));
  }

  /** @param keys - newest first; each master key has 32 bytes */
  static create(keys: readonly { id: string; master: Buffer }[]): Vault {
    return new Vault(
      keys.map(({ id, master }) => ({
        id,
        seal: derive(master, 'seal'),
        digest: derive(master, 'digest'),
      })),
    );
  }

  /** Whether values can be sealed. */
  get ready(): boolean {
    return this.#keys.length > 0;
  }

  /** Ids of the ring, newest first. */
  get keyIds(): string[] {
    return this.#keys.map(key => key.id);
  }

  /** @throws ServiceUnavailableError without a key */
  seal(plain: string, place: SealedPlace): string {
    const key = this.#newest();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.seal, iv);
    cipher.setAAD(associatedData(place));
    const ciphertext = Buffer.concat([
      cipher.update(plain, 'utf8'),
      cipher.final(),
    ]);
    const parts = [iv, cipher.getAuthTag(), ciphertext];
    return [
      VERSION,
      key.id,
      ...parts.map(part => part.toString('base64url')),
    ].join('.');
  }

  /** @throws CredentialError */
  open(sealed: string, place: SealedPlace): string {
    const [version, id, ...rest] = sealed.split('.');
    const [iv, tag, ciphertext] = rest.map(part =>
      Buffer.from(part, 'base64url'),
    );
    if (
      version !== VERSION ||
      rest.length !== 3 ||
      iv.length !== IV_BYTES ||
      tag.length !== TAG_BYTES
    ) {
      throw new CredentialError(
        'damaged',
        'The stored value is damaged; enter it again.',
      );
    }
    const key = this.#keys.find(one => one.id === id);
    if (!key) {
      throw new CredentialError(
        'noKey',
        `The stored value is encrypted with key '${id}', which cnoc.encryption.keys does not hold; put that key back, or enter the value again.`,
      );
    }
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.seal, iv);
      decipher.setAAD(associatedData(place));
      decipher.setAuthTag(tag);
      return (
        decipher.update(ciphertext, undefined, 'utf8') + decipher.final('utf8')
      );
    } catch {
      throw new CredentialError(
        'damaged',
        `Key '${id}' of cnoc.encryption.keys does not open the stored value: it is another key than the one that encrypted it, or the value was changed. Put the right key back, or enter the value again.`,
      );
    }
  }

  /**
   * Tells two texts apart without saying anything about them to somebody who lacks the ring.
   *
   * @param like - an earlier digest: the answer is made with the same key, while the ring holds it
   */
  digest(text: string, like?: string): string {
    const id = like?.split('.')[0];
    const key = this.#keys.find(one => one.id === id) ?? this.#newest();
    return `${key.id}.${createHmac('sha256', key.digest)
      .update(text)
      .digest('base64url')}`;
  }

  /** The key that a sealed value names. */
  static keyIdOf(sealed: string): string {
    return sealed.split('.')[1] ?? '';
  }

  #newest(): Key {
    const [key] = this.#keys;
    if (!key) {
      throw new ServiceUnavailableError(
        'Secrets cannot be stored: cnoc.encryption.keys has no key. Configure one of at least 32 random characters, then try again.',
      );
    }
    return key;
  }
}

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `cnoc/${purpose}`, 32));
}

/** JSON, so that no two places read the same. */
function associatedData({ table, row, column }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([table, row, column]), 'utf8');
}
