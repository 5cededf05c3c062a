import { generateKeyPairSync } from 'node:crypto';
import { testCertificate } from '../__testUtils__/testCertificate';
import { readSecretValue } from './readSecretValue';

describe('a client certificate', () => {
  const endsAt = new Date('2031-01-02T03:04:05Z');
  const { cert, key } = testCertificate('user', { endsAt });
  const read = (input: object) => readSecretValue('certificate', input);

  it('is read with its key; it says itself when it ends', () => {
    expect(
      read({ certificate: cert.replace(/\n/g, '\r\n'), privateKey: key }),
    ).toEqual({
      value: { type: 'certificate', certificate: cert, privateKey: key },
      strength: { level: 'strong', reason: 'ECDSA' },
      expiresAt: endsAt,
    });
  });

  const other = testCertificate('other');
  const locked = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: {
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'canary',
    },
  }).privateKey;
  it.each([
    ['no certificate', { privateKey: key }, /^certificate: .* needs one/],
    ['no key', { certificate: cert }, /^privateKey: .*only with its private/],
    [
      'another’s key',
      { certificate: cert, privateKey: other.key },
      /^privateKey: it belongs to another certificate/,
    ],
    ['no PEM', { certificate: 'canary', privateKey: key }, /^certificate: not/],
    [
      'a broken certificate',
      {
        certificate:
          '-----BEGIN CERTIFICATE-----\ncanary\n-----END CERTIFICATE-----',
        privateKey: key,
      },
      /^certificate: not a certificate/,
    ],
    [
      'a broken key',
      { certificate: cert, privateKey: 'x' },
      /^privateKey: not/,
    ],
    [
      'a locked key',
      { certificate: cert, privateKey: locked },
      /^passphrase: the private key is protected/,
    ],
    [
      'a wrong passphrase',
      { certificate: cert, privateKey: locked, passphrase: 'canary-2' },
      /^passphrase: it does not open/,
    ],
    [
      'S7: a mask',
      { certificate: '********', privateKey: key },
      /^certificate: that is the mask/,
    ],
    [
      'a token too',
      { certificate: cert, privateKey: key, secret: 't' },
      /^secret: does not belong/,
    ],
  ])('refuses %s, and repeats nothing', (_name, input, words) => {
    let said = '';
    try {
      read(input);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toMatch(words);
    expect(said).not.toContain('canary');
  });
});
