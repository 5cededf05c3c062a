import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

type Check = (
  headers: IncomingHttpHeaders,
  body: Buffer,
  secret: string,
) =>
  | boolean
  /** The delivery shows no proof of this kind */
  | undefined;

/**
 * The proofs that hosts send, the strongest first; the first one that a delivery shows is the one that counts. SHA-1
 * alone proves nothing (case W1).
 */
const CHECKS: Check[] = [
  // GitHub, and Gitea beside its own
  hmac('x-hub-signature-256', /^sha256=([0-9a-f]{64})$/i),
  hmac('x-gitea-signature', /^([0-9a-f]{64})$/i),
  hmac('x-forgejo-signature', /^([0-9a-f]{64})$/i),
  hmac('x-gogs-signature', /^([0-9a-f]{64})$/i),
  // Bitbucket
  hmac('x-hub-signature', /^sha256=([0-9a-f]{64})$/i),
  // GitLab
  (headers, _body, secret) =>
    shown(headers, 'x-gitlab-token', token => sameText(token, secret)),
  // Azure DevOps: the password of basic authentication, whatever the name
  (headers, _body, secret) =>
    shown(headers, 'authorization', value => {
      const [, encoded] = /^Basic ([A-Za-z0-9+/=]{1,2000})$/i.exec(value) ?? [];
      const pair = Buffer.from(encoded ?? '', 'base64').toString('utf8');
      return sameText(pair.slice(pair.indexOf(':') + 1), secret);
    }),
];

/**
 * Whether a delivery proves that its sender holds the secret: in constant time, and before anything of the body is
 * parsed.
 *
 * @param secret - undefined where none is stored: then nothing fits, as slowly as a wrong one
 */
export function checkDelivery(
  headers: IncomingHttpHeaders,
  body: Buffer,
  secret: string | undefined,
): boolean {
  const expected = secret ?? randomBytes(32).toString('hex');
  for (const check of CHECKS) {
    const fits = check(headers, body, expected);
    if (fits !== undefined) return fits && secret !== undefined;
  }
  return false;
}

function hmac(header: string, form: RegExp): Check {
  return (headers, body, secret) =>
    shown(headers, header, value => {
      const expected = createHmac('sha256', secret).update(body).digest();
      const given = Buffer.from(form.exec(value.trim())?.[1] ?? '', 'hex');
      return (
        given.length === expected.length && timingSafeEqual(given, expected)
      );
    });
}

function shown(
  headers: IncomingHttpHeaders,
  name: string,
  check: (value: string) => boolean,
): boolean | undefined {
  const value = headers[name];
  return typeof value === 'string' ? check(value) : undefined;
}

/** Lengths differ without a trace: what is compared are digests under a key of this moment. */
function sameText(a: string, b: string): boolean {
  const key = randomBytes(32);
  const [left, right] = [a, b].map(text =>
    createHmac('sha256', key).update(text).digest(),
  );
  return timingSafeEqual(left, right);
}
