import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const SET = 0x31;
const day = 24 * 3_600_000;

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

/** The shortest form there is: Go, and so Kubernetes, reads no other. */
function lengthOf(bytes: number): Buffer {
  if (bytes < 128) return Buffer.from([bytes]);
  return bytes < 256
    ? Buffer.from([0x81, bytes])
    : Buffer.from([0x82, bytes >> 8, bytes % 256]);
}

const hex = (text: string) => Buffer.from(text, 'hex');
const ecdsaWithSha256 = der(SEQUENCE, der(0x06, hex('2a8648ce3d040302')));

function nameOf(host: string): Buffer {
  const commonName = der(0x06, hex('550403'));
  const attribute = der(SEQUENCE, commonName, der(0x0c, Buffer.from(host)));
  return der(SEQUENCE, der(SET, attribute));
}

function timeOf(at: Date): Buffer {
  const text = `${at.toISOString().replace(/[-:T]|\.\d+/g, '')}`;
  return der(0x18, Buffer.from(text));
}

/** A self-signed certificate for a host name, in PEM. @param options - `endsAt` default tomorrow */
export function testCertificate(
  host: string,
  options: { endsAt?: Date } = {},
): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
  });
  const endsAt = options.endsAt ?? new Date(Date.now() + day);
  const startsAt = new Date(endsAt.getTime() - 30 * day);
  const alternative = /^[\d.]+$/.test(host)
    ? der(0x87, Buffer.from(host.split('.').map(Number)))
    : der(0x82, Buffer.from(host));
  const extension = der(
    SEQUENCE,
    der(0x06, hex('551d11')),
    der(0x04, der(SEQUENCE, alternative)),
  );
  const unsigned = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(host),
    der(SEQUENCE, timeOf(startsAt), timeOf(endsAt)),
    nameOf(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, extension)),
  );
  const signature = sign('sha256', unsigned, privateKey);
  const certificate = der(
    SEQUENCE,
    unsigned,
    ecdsaWithSha256,
    der(0x03, Buffer.from([0]), signature),
  );
  const lines = certificate.toString('base64').match(/.{1,64}/g)!;
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: [
      '-----BEGIN CERTIFICATE-----',
      ...lines,
      '-----END CERTIFICATE-----',
      '',
    ].join('\n'),
  };
}
