import { createHash } from 'node:crypto';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';
import { AddressPolicy } from '../fabrics/network';
import { assertBranch } from './git/gitNames';
import { checkRemoteUrl, parseRepositoryUrl } from './git/repositoryUrl';
import { providerOf } from './providerOf';
import type {
  ConfiguredSecrets,
  RepositoryDefinition,
} from './RepositoryDefinition';

const NAME = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;
const PROVIDERS = ['github', 'gitlab', 'bitbucket', 'azure', 'gitea', 'git'];

export interface ConfiguredRepository {
  definition: RepositoryDefinition;
  secrets: ConfiguredSecrets;
}

/**
 * Reads `cnoc.repositories`.
 *
 * @throws InputError naming the repository (never its address) when an entry cannot be used
 */
export function readRepositoryDefinitions(
  config: Config,
  policy: AddressPolicy,
): ConfiguredRepository[] {
  const seen = new Set<string>();
  return (config.getOptionalConfigArray('cnoc.repositories') ?? []).map(
    entry => {
      const name = entry.getString('name');
      if (!NAME.test(name) || seen.has(name)) {
        throw new InputError(
          `cnoc.repositories: each name is unique, of small letters, digits, dots and dashes; '${name}' is not.`,
        );
      }
      seen.add(name);
      try {
        return readEntry(name, entry, policy);
      } catch (error) {
        if (error instanceof Error) {
          error.message = `cnoc.repositories: '${name}': ${error.message}`;
        }
        throw error;
      }
    },
  );
}

function readEntry(
  name: string,
  entry: Config,
  policy: AddressPolicy,
): ConfiguredRepository {
  const address = parseRepositoryUrl(entry.getString('url'));
  checkRemoteUrl(policy, address.url);
  const branch = entry.getOptionalString('branch') ?? 'main';
  assertBranch(branch);
  const provider =
    entry.getOptionalString('provider') ?? providerOf(address.url);
  if (!PROVIDERS.includes(provider)) {
    throw new InputError(`provider is one of ${PROVIDERS.join(', ')}.`);
  }
  const credential = entry.getOptionalString('credential');
  const secrets: ConfiguredSecrets = {
    token: entry.getOptionalString('token') ?? address.token,
    username: entry.getOptionalString('username') ?? address.username,
    webhookSecret: entry.getOptionalString('webhookSecret'),
  };
  if (credential && secrets.token) {
    throw new InputError('give a credential or a token, not both.');
  }
  const definition = {
    name,
    title: entry.getOptionalString('title'),
    url: address.url,
    branch,
    provider: provider as Provider,
    origin: 'config' as const,
    credential,
    skipTLSVerify: entry.getOptionalBoolean('skipTLSVerify') ?? false,
    requireSignedCommits:
      entry.getOptionalBoolean('requireSignedCommits') ?? false,
    allowedSigners: entry.getOptionalString('allowedSigners'),
  };
  return { definition: { ...definition, etag: etagOf(definition) }, secrets };
}

/** Configuration changes only with a restart, so its content is its version. */
function etagOf(definition: object): string {
  return createHash('sha256')
    .update(JSON.stringify(definition))
    .digest('base64url')
    .slice(0, 16);
}
