import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type { CredentialStrength } from './CredentialRecord';
import type { ReadValue, ValueInput } from './readSecretValue';

const MOST_CERTIFICATES = 10;

/**
 * A client certificate with its key, both in PEM, checked to belong together.
 *
 * @throws InputError that names the field, never its content
 */
export function readCertificate(
  input: Pick<ValueInput, 'certificate' | 'privateKey' | 'passphrase'>,
): ReadValue {
  const { passphrase } = input;
  if (!input.certificate) {
    throw new InputError(
      'certificate: a credential of type certificate needs one, in PEM',
    );
  }
  if (!input.privateKey) {
    throw new InputError(
      'privateKey: a certificate is of use only with its private key, in PEM',
    );
  }
  const certificate = linesOf(input.certificate);
  const privateKey = linesOf(input.privateKey);
  const own = certificateOf(certificate);
  const key = keyOf(privateKey, passphrase);
  if (!own.checkPrivateKey(key)) {
    throw new InputError(
      'privateKey: it belongs to another certificate; paste the pair that was issued together',
    );
  }
  return {
    value: {
      type: 'certificate',
      certificate,
      privateKey,
      ...(passphrase && { passphrase }),
    },
    strength: strengthOf(key),
    expiresAt: new Date(own.validTo),
  };
}

function linesOf(text: string): string {
  return `${text.replace(/\r\n?/g, '\n').trim()}\n`;
}

function certificateOf(text: string): X509Certificate {
  const blocks =
    text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ??
    [];
  if (blocks.length > MOST_CERTIFICATES) {
    throw new InputError(
      `certificate: more than ${MOST_CERTIFICATES} certificates; paste the client’s and its intermediates only`,
    );
  }
  try {
    const [own] = blocks.map(block => new X509Certificate(block));
    if (own) return own;
  } catch {
    // Told below
  }
  throw new InputError(
    'certificate: not a certificate in PEM; paste the whole text, with its first and last line',
  );
}

function keyOf(text: string, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: text, passphrase });
  } catch (error) {
    const encrypted = /ENCRYPTED/.test(text);
    if (encrypted) {
      throw new InputError(
        passphrase
          ? 'passphrase: it does not open the private key'
          : 'passphrase: the private key is protected by one; enter it too',
      );
    }
    throw new InputError(
      'privateKey: not a private key in PEM; paste the whole text, with its first and last line',
    );
  }
}

function strengthOf(key: KeyObject): CredentialStrength {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type !== 'rsa') {
    return type === 'ec' || type === 'ed25519'
      ? { level: 'strong', reason: type === 'ec' ? 'ECDSA' : 'Ed25519' }
      : { level: 'weak', reason: 'Its kind of key is no longer usual' };
  }
  const bits = details?.modulusLength ?? 0;
  if (bits >= 3072) return { level: 'strong', reason: `RSA, ${bits} bits` };
  return bits >= 2048
    ? { level: 'fair', reason: `RSA, ${bits} bits; 3072 or more last longer` }
    : { level: 'weak', reason: `RSA, ${bits} bits; too few today` };
}
