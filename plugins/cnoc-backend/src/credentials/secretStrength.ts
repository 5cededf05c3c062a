import type { CredentialStrength } from './CredentialRecord';

const WEAK_WORDS = [
  'password',
  'passwort',
  'secret',
  'changeme',
  'admin',
  'letmein',
  'welcome',
  'qwerty',
  'hedgehog',
  'token',
  '123456',
  'abc123',
  'test',
  'default',
];
const STRONG_BITS = 100;
const FAIR_BITS = 60;

/**
 * How hard a token or password is to guess: its length and the classes of its characters, less what repeats or is a known
 * word. An estimate for people, not a proof.
 */
export function secretStrength(secret: string): CredentialStrength {
  const plain = secret.toLowerCase();
  const word = WEAK_WORDS.find(one => plain.includes(one));
  const rest = word ? plain.length - word.length : secret.length;
  const distinct = new Set(secret).size;
  if (word && rest < 12) {
    return { level: 'weak', reason: 'Holds a well-known word and little else' };
  }
  if (distinct < 6) {
    return { level: 'weak', reason: 'Repeats very few characters' };
  }
  const classes =
    (/[a-z]/.test(secret) ? 26 : 0) +
    (/[A-Z]/.test(secret) ? 26 : 0) +
    (/\d/.test(secret) ? 10 : 0) +
    (/[^A-Za-z0-9]/.test(secret) ? 30 : 0);
  const bits = rest * Math.log2(Math.min(classes, distinct * 4));
  if (bits >= STRONG_BITS) {
    return { level: 'strong', reason: 'Long and varied' };
  }
  return bits >= FAIR_BITS
    ? { level: 'fair', reason: 'A longer one would be harder to guess' }
    : { level: 'weak', reason: 'Short enough to be guessed' };
}
