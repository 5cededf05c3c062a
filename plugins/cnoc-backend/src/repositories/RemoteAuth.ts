import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';
import type {
  CredentialService,
  CredentialUse,
  GitSecret,
  SecretValue,
} from '../credentials';
import { isSshUrl } from './git/repositoryUrl';
import type {
  ConfiguredSecrets,
  RepositoryDefinition,
} from './RepositoryDefinition';

/** The user name that hosts want beside an access token. */
const TOKEN_USER: Record<Provider, string> = {
  github: 'x-access-token',
  gitlab: 'oauth2',
  bitbucket: 'x-token-auth',
  azure: 'cnoc',
  gitea: 'x-access-token',
  git: 'git',
};

/** Where a repository's secret comes from: its credential, its configuration, or the portal's integrations by host. */
export class RemoteAuth {
  readonly #credentials: Pick<CredentialService, 'open'>;
  readonly #secretsOf: (name: string) => ConfiguredSecrets;
  readonly #integrations: ScmIntegrations;
  readonly #github: DefaultGithubCredentialsProvider;
  readonly #azure: DefaultAzureDevOpsCredentialsProvider;

  private constructor(options: RemoteAuthOptions) {
    this.#credentials = options.credentials;
    this.#secretsOf = options.secretsOf;
    this.#integrations = ScmIntegrations.fromConfig(options.config);
    this.#github = DefaultGithubCredentialsProvider.fromIntegrations(
      this.#integrations,
    );
    this.#azure = DefaultAzureDevOpsCredentialsProvider.fromIntegrations(
      this.#integrations,
    );
  }

  /** Reads the portal's `integrations`. */
  static fromConfig(options: RemoteAuthOptions): RemoteAuth {
    return new RemoteAuth(options);
  }

  accessOf(
    definition: RepositoryDefinition,
  ): 'none' | 'credential' | 'config' | 'integration' {
    if (definition.credential) return 'credential';
    if (this.#configured(definition)) return 'config';
    return this.#integrated(definition.url) ? 'integration' : 'none';
  }

  /**
   * The secret to sign in with; undefined where the remote is open or not known to anybody.
   *
   * @throws NotFoundError or CredentialError when the repository's credential cannot be used
   */
  async of(
    definition: RepositoryDefinition,
    use: Pick<CredentialUse, 'action' | 'actor'>,
  ): Promise<GitSecret | undefined> {
    const { name, credential, provider } = definition;
    if (credential) {
      const value = await this.#credentials.open(credential, {
        repository: name,
        ...use,
      });
      return withTokenUser(value, provider);
    }
    return (
      this.#configured(definition) ?? (await this.#integration(definition))
    );
  }

  /** A value as the repository's host wants it. */
  fitted(definition: RepositoryDefinition, value: SecretValue): GitSecret {
    return withTokenUser(value, definition.provider);
  }

  #configured(definition: RepositoryDefinition): GitSecret | undefined {
    if (definition.origin !== 'config') return undefined;
    const { username, token } = this.#secretsOf(definition.name);
    return token
      ? withTokenUser(
          { type: 'token', secret: token, ...(username && { username }) },
          definition.provider,
        )
      : undefined;
  }

  /** Whether the portal knows a way in; which may still turn out to hold no token for this very repository. */
  #integrated(url: string): boolean {
    if (!url.startsWith('https:')) return false;
    const { host } = new URL(url);
    const known = this.#integrations;
    const github = known.github.byHost(host)?.config;
    const bitbucket = known.bitbucketServer.byHost(host)?.config;
    const cloud = known.bitbucketCloud.byHost(host)?.config;
    return Boolean(
      github?.token ||
        github?.apps?.length ||
        known.gitlab.byHost(host)?.config.token ||
        known.gitea.byHost(host)?.config.password ||
        bitbucket?.token ||
        bitbucket?.password ||
        cloud?.token ||
        cloud?.appPassword ||
        known.azure.byHost(host)?.config.credentials?.length,
    );
  }

  async #integration({
    url,
  }: RepositoryDefinition): Promise<GitSecret | undefined> {
    if (isSshUrl(url) || !this.#integrated(url)) return undefined;
    const { host } = new URL(url);
    const known = this.#integrations;
    if (known.github.byHost(host)) {
      const page = url.replace(/\.git\/?$/, '');
      const { token } = await this.#github.getCredentials({ url: page });
      return basic(TOKEN_USER.github, token);
    }
    const gitlab = known.gitlab.byHost(host)?.config;
    if (gitlab) return basic(TOKEN_USER.gitlab, gitlab.token);
    const gitea = known.gitea.byHost(host)?.config;
    if (gitea) return basic(gitea.username ?? 'git', gitea.password);
    const server = known.bitbucketServer.byHost(host)?.config;
    if (server?.token) return basic(TOKEN_USER.bitbucket, server.token);
    if (server) return basic(server.username ?? 'git', server.password);
    const cloud = known.bitbucketCloud.byHost(host)?.config;
    if (cloud) {
      return cloud.appPassword
        ? basic(cloud.username ?? 'git', cloud.appPassword)
        : basic(cloud.username ?? TOKEN_USER.bitbucket, cloud.token);
    }
    const azure = await this.#azure.getCredentials({ url });
    return basic(TOKEN_USER.azure, azure?.token);
  }
}

function basic(username: string, secret?: string): GitSecret | undefined {
  return secret ? { type: 'basic', username, secret } : undefined;
}

function withTokenUser(value: SecretValue, provider: Provider): GitSecret {
  if (value.type === 'certificate') {
    throw new InputError(
      'credential: a client certificate cannot sign in to a git host; use a token or an SSH key',
    );
  }
  return value.type === 'token' && !value.username
    ? { ...value, username: TOKEN_USER[provider] }
    : value;
}

export interface RemoteAuthOptions {
  config: Config;
  credentials: Pick<CredentialService, 'open'>;
  secretsOf: (name: string) => ConfiguredSecrets;
}
