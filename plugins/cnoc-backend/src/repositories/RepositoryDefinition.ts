import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';

/** A git remote as configuration or a person defines it; holds no secret. */
export interface RepositoryDefinition {
  name: string;
  title?: string;
  /** Never with credentials */
  url: string;
  branch: string;
  provider: Provider;
  /** One from configuration is changed there and only there */
  origin: 'config' | 'api';
  /** Name of the stored credential that signs in */
  credential?: string;
  skipTLSVerify: boolean;
  requireSignedCommits: boolean;
  /** SSH public keys whose signatures count, in ssh-keygen's format */
  allowedSigners?: string;
  updatedAt?: string;
  etag: string;
}

/** What configuration holds in clear for one of its repositories: kept apart from what is shown. */
export interface ConfiguredSecrets {
  username?: string;
  token?: string;
  webhookSecret?: string;
}
