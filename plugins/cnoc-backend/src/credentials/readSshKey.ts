import { createPublicKey } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { utils, type ParsedKey } from 'ssh2';
import type { CredentialStrength } from './CredentialRecord';

/** What the private half tells; the public half may be shown. */
export interface SshKey {
  publicKey: string;
  strength: CredentialStrength;
}

/** ssh-keygen writes 16 or 24; each round costs time on this thread */
const MOST_ROUNDS = 256;

/**
 * Parses a private key as OpenSSH or OpenSSL write it.
 *
 * @throws InputError that says whether the key or its passphrase is at fault, with nothing of either in it
 */
export function readSshKey(privateKey: string, passphrase?: string): SshKey {
  if (/^PuTTY-User-Key-File/.test(privateKey)) {
    throw new InputError(
      'privateKey: that is PuTTY’s own format; export it as an OpenSSH key (PuTTYgen: Conversions)',
    );
  }
  if (roundsOf(privateKey) > MOST_ROUNDS) {
    throw new InputError(
      `privateKey: its passphrase is stretched with more than ${MOST_ROUNDS} rounds; write it anew with ssh-keygen -p -a 24`,
    );
  }
  const parsed = utils.parseKey(privateKey, passphrase);
  const key: ParsedKey | Error = Array.isArray(parsed) ? parsed[0] : parsed;
  if (key instanceof Error) throw refusal(key, passphrase);
  if (!key.isPrivateKey()) {
    throw new InputError(
      'privateKey: that is the public half; paste the private one',
    );
  }
  return {
    publicKey: `${key.type} ${key.getPublicSSH().toString('base64')}`,
    strength: strengthOf(key),
  };
}

function refusal(error: Error, passphrase: string | undefined): InputError {
  const encrypted = /passphrase|encrypted|integrity|decrypt|cipher/i.test(
    error.message,
  );
  if (encrypted && !passphrase) {
    return new InputError(
      'passphrase: the private key is protected by one; enter it too',
    );
  }
  if (encrypted) {
    return new InputError('passphrase: it does not open the private key');
  }
  return new InputError(
    'privateKey: not a private key in OpenSSH or PEM format; paste the whole file, with its first and last line',
  );
}

function strengthOf(key: ParsedKey): CredentialStrength {
  if (key.type === 'ssh-ed25519') {
    return { level: 'strong', reason: 'Ed25519' };
  }
  if (key.type === 'ssh-rsa') {
    const bits =
      createPublicKey(key.getPublicPEM()).asymmetricKeyDetails?.modulusLength ??
      0;
    if (bits >= 3072) return { level: 'strong', reason: `RSA, ${bits} bits` };
    return bits >= 2048
      ? { level: 'fair', reason: `RSA, ${bits} bits; 3072 or more last longer` }
      : { level: 'weak', reason: `RSA, ${bits} bits; too few today` };
  }
  if (key.type.startsWith('ecdsa-')) {
    return { level: 'strong', reason: 'ECDSA' };
  }
  return {
    level: 'weak',
    reason: `${key.type.slice(0, 40)} is no longer accepted by most hosts`,
  };
}

/** Rounds of bcrypt in an OpenSSH key; 0 where there are none. */
function roundsOf(privateKey: string): number {
  const body =
    /-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----/.exec(
      privateKey,
    );
  if (!body) return 0;
  const data = Buffer.from(body[1], 'base64');
  let at = 'openssh-key-v1\0'.length;
  const field = () => {
    if (at + 4 > data.length) return Buffer.alloc(0);
    const end = at + 4 + data.readUInt32BE(at);
    const value = data.subarray(at + 4, end);
    at = end;
    return value;
  };
  field();
  field();
  const options = field();
  return options.length >= 4 ? options.readUInt32BE(options.length - 4) : 0;
}
