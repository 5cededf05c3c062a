import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AddressPolicy } from '../fabrics/network';

/** How to reach a cluster. */
export interface ClusterDefinition {
  name: string;
  /** Root of the Kubernetes API, without a trailing slash. */
  server: URL;
  token?: string;
  /** PEM. */
  ca?: string;
  namespace: string;
  skipTLSVerify: boolean;
}

const nameForm = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;

/**
 * Reads `cnoc.clusters`.
 *
 * @throws InputError or NotAllowedError naming the cluster, never its address or token
 */
export function readClusterDefinitions(
  config: Config,
  policy: AddressPolicy,
): ClusterDefinition[] {
  const seen = new Set<string>();
  return (config.getOptionalConfigArray('cnoc.clusters') ?? []).map(entry => {
    const name = entry.getString('name');
    if (!nameForm.test(name) || seen.has(name)) {
      throw new InputError(
        `cnoc.clusters: each name is unique, of small letters, digits, dots and dashes; '${name}' is not.`,
      );
    }
    seen.add(name);
    try {
      const server = serverOf(entry.getString('server'));
      policy.checkUrl(server);
      const caData = entry.getOptionalString('caData');
      const token = entry.getOptionalString('token');
      return {
        name,
        server,
        ...(token && { token }),
        ...(caData && { ca: certificateOf(caData) }),
        namespace: entry.getOptionalString('namespace') ?? 'default',
        skipTLSVerify: entry.getOptionalBoolean('skipTLSVerify') ?? false,
      };
    } catch (error) {
      if (error instanceof Error) {
        error.message = `cnoc.clusters: '${name}': ${error.message}`;
      }
      throw error;
    }
  });
}

function serverOf(text: string): URL {
  let server: URL;
  try {
    server = new URL(text);
  } catch {
    throw new InputError('server is not a URL.');
  }
  if (server.username || server.password || server.search || server.hash) {
    throw new InputError(
      'server holds credentials, a query or a fragment; write the token into token.',
    );
  }
  server.pathname = server.pathname.replace(/\/+$/, '');
  return server;
}

function certificateOf(caData: string): string {
  const pem = Buffer.from(caData, 'base64').toString('utf8');
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw new InputError('caData is not a base64-encoded PEM certificate.');
  }
  return pem;
}
