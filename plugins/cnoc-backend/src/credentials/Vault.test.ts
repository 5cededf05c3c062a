import { ConfigReader } from '@backstage/config';
import { Vault } from './Vault';

const place = { table: 'credentials', row: 'a', column: 'sealed' };
const ring = (...entries: [string, string][]) =>
  Vault.fromConfig(
    new ConfigReader({
      cnoc: {
        encryption: {
          keys: entries.map(([id, letters]) => ({
            id,
            secret: `${letters}-4vT0pLw7#sJm2^hRk9@bNd5&yU`.padEnd(40, 'q'),
          })),
        },
      },
    }),
  );

describe('Vault', () => {
  const vault = ring(['k1', 'one']);

  it('opens what it sealed, and seals the same text never the same way', () => {
    const sealed = vault.seal('a secret', place);
    expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
    expect(sealed).not.toContain('secret');
    expect(vault.open(sealed, place)).toBe('a secret');
    expect(vault.seal('a secret', place)).not.toBe(sealed);
  });

  it('opens with older keys of the ring, and seals with the newest', () => {
    const sealed = vault.seal('x', place);
    const both = ring(['k2', 'two'], ['k1', 'one']);
    expect(both.open(sealed, place)).toBe('x');
    expect(Vault.keyIdOf(both.seal('x', place))).toBe('k2');
  });

  describe('S5: refuses, with a reason and without the value,', () => {
    const sealed = vault.seal('a secret', place);
    const flipped = (part: number) => {
      const parts = sealed.split('.');
      const bytes = Buffer.from(parts[part], 'base64url');
      bytes[0] ^= 1;
      parts[part] = bytes.toString('base64url');
      return parts.join('.');
    };
    const attempts: [string, () => string, string][] = [
      [
        'a wrong master key under the same id',
        () => ring(['k1', 'other']).open(sealed, place),
        'damaged',
      ],
      ['a missing key', () => ring(['k2', 'two']).open(sealed, place), 'noKey'],
      ['an empty ring', () => ring().open(sealed, place), 'noKey'],
      [
        'a flipped bit of the value',
        () => vault.open(flipped(4), place),
        'damaged',
      ],
      [
        'a flipped bit of the tag',
        () => vault.open(flipped(3), place),
        'damaged',
      ],
      [
        'a flipped bit of the nonce',
        () => vault.open(flipped(2), place),
        'damaged',
      ],
      [
        'a shortened tag',
        () => {
          const parts = sealed.split('.');
          parts[3] = parts[3].slice(0, 6);
          return vault.open(parts.join('.'), place);
        },
        'damaged',
      ],
      ...Object.keys(place).map((part): [string, () => string, string] => [
        `a value of another ${part}`,
        () => vault.open(sealed, { ...place, [part]: 'b' }),
        'damaged',
      ]),
      ['what nobody sealed', () => vault.open('plain text', place), 'damaged'],
    ];
    it.each(attempts)('%s', (_what, attempt, reason) => {
      let caught: unknown;
      try {
        attempt();
      } catch (error) {
        caught = error;
      }
      expect(caught).toMatchObject({ name: 'CredentialError', reason });
      expect(String(caught)).not.toContain('a secret');
    });
  });

  it('tells two texts apart by digests that the ring alone can make', () => {
    const digest = vault.digest('a');
    expect(vault.digest('a')).toBe(digest);
    expect(vault.digest('b')).not.toBe(digest);
    expect(ring(['k1', 'other']).digest('a')).not.toBe(digest);
    const both = ring(['k2', 'two'], ['k1', 'one']);
    expect(both.digest('a')).not.toBe(digest);
    expect(both.digest('a', digest)).toBe(digest);
  });
});
