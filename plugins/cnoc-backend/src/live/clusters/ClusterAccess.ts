/** All that a connection to a cluster is made with, at one moment. */
export interface ClusterAccess {
  /** Root of the Kubernetes API, without a trailing slash */
  server: URL;
  token?: string;
  clientCertificate?: ClientCertificate;
  /** PEM */
  ca?: string;
  skipTLSVerify: boolean;
}

/** PEM */
export interface ClientCertificate {
  certificate: string;
  privateKey: string;
  passphrase?: string;
}

/**
 * Gives the access at this moment: a token that rotates is another one an hour later.
 *
 * @param fresh - nothing remembered counts, for the cluster has just refused it
 */
export type AccessSource = (options: {
  fresh: boolean;
}) => Promise<ClusterAccess>;
