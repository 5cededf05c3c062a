import { InputError } from '@backstage/errors';
import type { AddressPolicy } from '../../fabrics/network';

const namespaceForm = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The root of a Kubernetes API from what somebody entered.
 *
 * @throws InputError or NotAllowedError; the message never repeats the address, which may hold a password
 */
export function serverOf(text: string, policy: AddressPolicy): URL {
  let server: URL;
  try {
    server = new URL(text.trim());
  } catch {
    throw new InputError(
      'server: that is not an address; it looks like https://k8s.example.com:6443',
    );
  }
  if (server.username || server.password || server.search || server.hash) {
    throw new InputError(
      'server: it holds a name, a password, a query or a fragment; leave those out, and enter the token as such',
    );
  }
  policy.checkUrl(server);
  server.pathname = server.pathname.replace(/\/+$/, '');
  return server;
}

/**
 * A certificate authority in PEM, from PEM or from PEM in base64, as a kubeconfig has it.
 *
 * @throws InputError
 */
export function authorityOf(text: string): string {
  const plain = text.includes('-----BEGIN')
    ? text
    : Buffer.from(text, 'base64').toString('utf8');
  const pem = plain.replace(/\r\n?/g, '\n').trim();
  if (
    !/^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/.test(
      pem,
    ) ||
    pem.includes('PRIVATE KEY')
  ) {
    throw new InputError(
      'certificateAuthority: not a certificate in PEM, nor one in base64 (caData, certificate-authority-data)',
    );
  }
  return `${pem}\n`;
}

/** @throws InputError */
export function namespaceOf(text: string | undefined): string {
  const namespace = text ?? 'default';
  if (!namespaceForm.test(namespace)) {
    throw new InputError(
      'namespace: it is of small letters, digits and dashes; at most 63',
    );
  }
  return namespace;
}
