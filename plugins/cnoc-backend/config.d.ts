import type { HumanDuration } from '@backstage/types';

export interface Config {
  cnoc?: {
    network?: {
      /**
       * Hosts and CIDR ranges that git and cluster connections may use although they are loopback, link-local or
       * otherwise refused. Plain http works only for these.
       */
      allow?: string[];
    };
    git?: {
      /** How often remotes are asked where their branches are; default one minute. */
      pollInterval?: HumanDuration | string;
      /** Folder for cached git objects; default a temporary one. Deleting it only costs a fetch. */
      directory?: string;
    };
    /** Git remotes that fabrics are read from. */
    repositories?: Array<{
      name: string;
      /** Without credentials. */
      url: string;
      /** Default main. */
      branch?: string;
      username?: string;
      /** @visibility secret */
      token?: string;
    }>;
    /** Hedgehog control clusters. */
    clusters?: Array<{
      name: string;
      /** Root of the Kubernetes API. */
      server: string;
      /**
       * Bearer token of a service account.
       * @visibility secret
       */
      token?: string;
      /**
       * Certificate authority, PEM in base64.
       * @visibility secret
       */
      caData?: string;
      /** Default `default`. */
      namespace?: string;
      skipTLSVerify?: boolean;
    }>;
    /** The networks that CNOC manages. */
    fabrics?: Array<{
      /** Lower case letters, digits and dashes; at most 63. */
      name: string;
      title?: string;
      description?: string;
      /** For example lab, production. */
      environment?: string;
      /** Entity reference, for example group:default/network. */
      owner?: string;
      /** Name of one of the repositories. */
      repository: string;
      /** Directory in the repository; default its root. */
      path?: string;
      /** Name of one of the clusters. */
      cluster: string;
      /** Default the cluster's. */
      namespace?: string;
    }>;
  };
}
