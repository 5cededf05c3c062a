import { readFile } from 'node:fs/promises';
import type { Config } from '@backstage/config';
import { ClusterError } from '../ClusterError';
import { authorityOf } from './clusterAddress';
import type { ClusterAccess } from './ClusterAccess';

/**
 * A cluster of Backstage's own `kubernetes` configuration (clusterLocatorMethods of type config), signed in to with its
 * service account.
 *
 * @throws ClusterError that says what is missing or not supported
 */
export async function portalCluster(
  config: Config,
  name: string,
): Promise<ClusterAccess> {
  const entry = entriesOf(config).find(
    one => one.getOptionalString('name') === name,
  );
  if (!entry) {
    throw refused(
      `Backstage’s configuration has no cluster '${name}' under kubernetes.clusterLocatorMethods (type config).`,
    );
  }
  const provider = entry.getOptionalString('authProvider');
  if (provider !== undefined && provider !== 'serviceAccount') {
    throw refused(
      `Backstage signs in to '${name}' with ${provider}, which is a person’s or another program’s access and which CNOC does not use; give it authProvider: serviceAccount, or register the cluster with a token.`,
    );
  }
  const token = entry.getOptionalString('serviceAccountToken');
  if (!token) {
    throw refused(
      `Backstage’s configuration has no serviceAccountToken for '${name}'.`,
    );
  }
  const ca = await authority(entry, name);
  return {
    server: new URL(entry.getString('url').replace(/\/+$/, '')),
    token,
    ...(ca && { ca }),
    skipTLSVerify: entry.getOptionalBoolean('skipTLSVerify') ?? false,
  };
}

function entriesOf(config: Config): Config[] {
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  return methods
    .filter(method => method.getOptionalString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? []);
}

async function authority(
  entry: Config,
  name: string,
): Promise<string | undefined> {
  const data = entry.getOptionalString('caData');
  const file = entry.getOptionalString('caFile');
  try {
    if (data) return authorityOf(data);
    return file && authorityOf(await readFile(file, 'utf8'));
  } catch {
    // The reason would name a file of the machine
    throw refused(
      `The certificate authority that Backstage’s configuration gives for '${name}' (caData or caFile) cannot be read.`,
    );
  }
}

function refused(message: string): ClusterError {
  return new ClusterError('refused', message);
}
