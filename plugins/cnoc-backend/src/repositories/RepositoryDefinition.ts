import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AddressPolicy } from '../fabrics/network';
import { GitRemote } from './GitEngine';
import { assertBranch } from './gitNames';
import { parseRepositoryUrl } from './repositoryUrl';

/** A git remote that fabrics are read from. `url` never holds credentials. */
export interface RepositoryDefinition {
  name: string;
  url: string;
  branch: string;
  token?: string;
  username?: string;
}

const nameForm = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;

/**
 * Reads `cnoc.repositories`.
 *
 * @throws InputError naming the repository (never its address) when an entry cannot be used
 */
export function readRepositoryDefinitions(
  config: Config,
  policy: AddressPolicy,
): RepositoryDefinition[] {
  const seen = new Set<string>();
  return (config.getOptionalConfigArray('cnoc.repositories') ?? []).map(
    entry => {
      const name = entry.getString('name');
      if (!nameForm.test(name) || seen.has(name)) {
        throw new InputError(
          `cnoc.repositories: each name is unique, of small letters, digits, dots and dashes; '${name}' is not.`,
        );
      }
      seen.add(name);
      try {
        const address = parseRepositoryUrl(entry.getString('url'));
        policy.checkUrl(new URL(address.url));
        const branch = entry.getOptionalString('branch') ?? 'main';
        assertBranch(branch);
        const token = entry.getOptionalString('token') ?? address.token;
        return {
          name,
          url: address.url,
          branch,
          ...(token && { token }),
          ...(address.username && { username: address.username }),
        };
      } catch (error) {
        if (error instanceof Error) {
          error.message = `cnoc.repositories: '${name}': ${error.message}`;
        }
        throw error;
      }
    },
  );
}

export function remoteOf(definition: RepositoryDefinition): GitRemote {
  const { name, url, username, token } = definition;
  return { name, url, username, token };
}
