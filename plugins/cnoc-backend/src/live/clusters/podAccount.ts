import { readFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { ClusterError } from '../ClusterError';
import type { ClusterAccess } from './ClusterAccess';

/** Where Kubernetes puts the service account of a pod. */
export interface PodPlace {
  directory: string;
  environment: Readonly<Record<string, string | undefined>>;
}

export const defaultPodPlace: PodPlace = {
  directory: '/var/run/secrets/kubernetes.io/serviceaccount',
  environment: process.env,
};

/**
 * The access of the pod that CNOC runs in, as its files are now: Kubernetes renews the token while the pod runs.
 *
 * @throws ClusterError when CNOC does not run in a pod, or has no account there
 */
export async function podAccount(place: PodPlace): Promise<ClusterAccess> {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } =
    place.environment;
  if (!host) {
    throw new ClusterError(
      'refused',
      'CNOC does not run in a Kubernetes pod, so there is no cluster around it; give the cluster an address and a token instead.',
    );
  }
  const read = async (file: string) =>
    (await readFile(join(place.directory, file), 'utf8')).trim();
  try {
    const [token, ca] = await Promise.all([read('token'), read('ca.crt')]);
    return {
      server: new URL(
        `https://${isIPv6(host) ? `[${host}]` : host}:${port ?? '443'}`,
      ),
      token,
      ca,
      skipTLSVerify: false,
    };
  } catch {
    throw new ClusterError(
      'refused',
      'CNOC’s pod has no service account to sign in with; set serviceAccountName in its deployment, and do not switch off automountServiceAccountToken.',
    );
  }
}
