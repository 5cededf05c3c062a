import type { ClientCertificate } from './clusters/ClusterAccess';

/** Where the secret of a connection comes from. */
export type ClusterAuth =
  | { type: 'none' }
  /** In clear in the configuration */
  | { type: 'config'; token?: string; clientCertificate?: ClientCertificate }
  /** Name of a stored one */
  | { type: 'credential'; credential: string }
  /** The service account of the pod that CNOC runs in */
  | { type: 'inCluster' }
  /** A cluster of Backstage's own `kubernetes` configuration, by name */
  | { type: 'kubernetes'; cluster: string };

/** How to reach a cluster, as configuration or a person defines it. */
export interface ClusterDefinition {
  name: string;
  title?: string;
  origin: 'config' | 'api';
  /** Root of the Kubernetes API, without a trailing slash; absent where `auth` knows it */
  server?: URL;
  /** PEM */
  ca?: string;
  /** Where fabrics are unless they say otherwise */
  namespace: string;
  skipTLSVerify: boolean;
  /** A self-test may change it */
  lab: boolean;
  auth: ClusterAuth;
  /** ISO 8601 */
  updatedAt?: string;
  /** Changes with each change */
  etag: string;
}
