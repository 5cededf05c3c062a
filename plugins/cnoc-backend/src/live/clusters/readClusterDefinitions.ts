import { createHash } from 'node:crypto';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { AddressPolicy } from '../../fabrics/network';
import type { ClusterAuth, ClusterDefinition } from '../ClusterDefinition';
import { authorityOf, namespaceOf, serverOf } from './clusterAddress';
import { takeContext } from './readKubeconfig';

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
      return readEntry(name, entry, policy);
    } catch (error) {
      if (error instanceof Error) {
        error.message = `cnoc.clusters: '${name}': ${error.message}`;
      }
      throw error;
    }
  });
}

function readEntry(
  name: string,
  entry: Config,
  policy: AddressPolicy,
): ClusterDefinition {
  const skipTLSVerify = entry.getOptionalBoolean('skipTLSVerify') ?? false;
  const found = readAuth(entry, skipTLSVerify);
  const elsewhere =
    found.auth.type === 'inCluster' || found.auth.type === 'kubernetes';
  const server = entry.getOptionalString('server') ?? found.server;
  if (elsewhere && server) {
    throw new InputError(
      `server: auth.type ${found.auth.type} knows the address; leave server out`,
    );
  }
  if (!elsewhere && !server) {
    throw new InputError('server: the root of the Kubernetes API is missing');
  }
  const ca = entry.getOptionalString('caData') ?? found.ca;
  const definition: Omit<ClusterDefinition, 'etag'> = {
    name,
    title: entry.getOptionalString('title'),
    origin: 'config',
    ...(server && { server: serverOf(server, policy) }),
    ...(ca && { ca: authorityOf(ca) }),
    namespace: namespaceOf(
      entry.getOptionalString('namespace') ?? found.namespace,
    ),
    skipTLSVerify,
    lab: entry.getOptionalBoolean('lab') ?? false,
    auth: found.auth,
  };
  // Of a secret it keeps nothing: this is shown
  const { auth, ...shown } = definition;
  const etag = createHash('sha256')
    .update(JSON.stringify({ ...shown, auth: auth.type }))
    .digest('base64url')
    .slice(0, 16);
  return { ...definition, etag };
}

interface FoundAuth {
  auth: ClusterAuth;
  server?: string;
  ca?: string;
  namespace?: string;
}

function readAuth(entry: Config, skipTLSVerify: boolean): FoundAuth {
  const auth = entry.getOptionalConfig('auth');
  if (!auth) {
    const token = entry.getOptionalString('token');
    return { auth: token ? { type: 'config', token } : { type: 'none' } };
  }
  const type = auth.getString('type');
  switch (type) {
    case 'none':
    case 'inCluster':
      return { auth: { type } };
    case 'token':
      return { auth: { type: 'config', token: auth.getString('token') } };
    case 'credential':
      return { auth: { type, credential: auth.getString('credential') } };
    case 'kubernetes':
      return { auth: { type, cluster: auth.getString('cluster') } };
    case 'kubeconfig': {
      const { server, ca, namespace, secret } = takeContext(
        auth.getString('kubeconfig'),
        { context: auth.getOptionalString('context'), skipTLSVerify },
      );
      if (!secret) return { auth: { type: 'none' }, server, ca, namespace };
      return {
        auth: {
          type: 'config',
          ...(secret.type === 'token'
            ? { token: secret.secret }
            : { clientCertificate: secret }),
        },
        server,
        ca,
        namespace,
      };
    }
    default:
      throw new InputError(
        'auth.type: one of none, token, credential, kubeconfig, inCluster, kubernetes',
      );
  }
}
