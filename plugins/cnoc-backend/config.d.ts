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
      /**
       * What reads and writes git: `system` is the machine's git (2.39 or newer; needed for ssh addresses),
       * `isomorphic` needs no git. Default auto: git where it answers.
       */
      engine?: 'auto' | 'system' | 'isomorphic';
      /** How often remotes are asked where their branches are; default one minute. */
      pollInterval?: HumanDuration | string;
      /** Who commits what people change here; they are the authors. Default CNOC. */
      committer?: {
        name?: string;
        email?: string;
      };
      /** Folder for cached git objects; default a temporary one. Deleting it only costs a fetch. */
      directory?: string;
    };
    encryption?: {
      /**
       * Keys that encrypt stored credentials, newest first. To rotate, put a new one on top, re-encrypt, then remove
       * those that encrypt nothing any more. Without any, credentials cannot be stored; all else works.
       */
      keys?: Array<{
        /** Letters, digits, dashes and underscores; at most 32. */
        id: string;
        /**
         * At least 32 random characters.
         * @visibility secret
         */
        secret: string;
      }>;
    };
    /** Git remotes that fabrics are read from; further ones may be registered in the portal. */
    repositories?: Array<{
      name: string;
      title?: string;
      /**
       * https, http where allowed, or ssh. A credential in it works, and is never shown.
       * @visibility secret
       */
      url: string;
      /** Default main. */
      branch?: string;
      /** The software of the host; default guessed from its name. */
      provider?: 'github' | 'gitlab' | 'bitbucket' | 'azure' | 'gitea' | 'git';
      /** Name of a stored credential; without one, a token below or the portal's own integrations sign in. */
      credential?: string;
      username?: string;
      /** @visibility secret */
      token?: string;
      /** Take any certificate: only for a lab. */
      skipTLSVerify?: boolean;
      /** Deploy only commits that an allowed signer signed. */
      requireSignedCommits?: boolean;
      /** SSH public keys whose signatures count, in the format of ssh-keygen's allowed signers. */
      allowedSigners?: string;
      /**
       * What the host signs push events with.
       * @visibility secret
       */
      webhookSecret?: string;
    }>;
    /** Hedgehog control clusters; further ones may be registered in the portal. */
    clusters?: Array<{
      name: string;
      title?: string;
      /** Root of the Kubernetes API; left out where auth knows it (kubeconfig, inCluster, kubernetes). */
      server?: string;
      /**
       * Bearer token of a service account; short for auth of type token.
       * @visibility secret
       */
      token?: string;
      /** How CNOC signs in; default with the token above, or not at all. */
      auth?: {
        /**
         * credential = a stored one (token or client certificate); inCluster = the service account of CNOC's pod;
         * kubernetes = a cluster of Backstage's own kubernetes configuration with authProvider serviceAccount.
         */
        type:
          | 'none'
          | 'token'
          | 'credential'
          | 'kubeconfig'
          | 'inCluster'
          | 'kubernetes';
        /** @visibility secret */
        token?: string;
        /** Name of a stored credential. */
        credential?: string;
        /**
         * The text of a kubeconfig, with everything in it (kubectl config view --flatten --raw).
         * @visibility secret
         */
        kubeconfig?: string;
        /** Of the kubeconfig; default its current one. */
        context?: string;
        /** Name under kubernetes.clusterLocatorMethods. */
        cluster?: string;
      };
      /**
       * Certificate authority, PEM in base64.
       * @visibility secret
       */
      caData?: string;
      /** Default `default`. */
      namespace?: string;
      /** Take any certificate: only for a lab. */
      skipTLSVerify?: boolean;
      /** A self-test may change a field here and put it back. */
      lab?: boolean;
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
      /** What of the cluster belongs to it when git does not have it. */
      scope?: {
        /**
         * managed (default) = kinds that the directory has or once had; listed = the kinds below; none = nothing in the
         * cluster is called orphaned.
         */
        orphans?: 'managed' | 'listed' | 'none';
        kinds?: string[];
        /** Only objects that carry all of these. */
        labels?: { [label: string]: string };
      };
    }>;
  };
}
