import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';
import type { GitSecret } from '../../credentials';
import type { RepositoryDefinition } from '../../repositories';
import { bitbucket } from './bitbucket';
import { gitea } from './gitea';
import { gitHub } from './gitHub';
import { gitLab } from './gitLab';
import type { PullRequestHost } from './PullRequestHost';

export interface HostPlace {
  host: PullRequestHost;
  /** Root of the host's API. */
  base: string;
}

/**
 * Where a repository's host takes pull requests; undefined for hosts whose API CNOC does not speak.
 *
 * @param bases - for tests: roots of APIs that stand elsewhere
 */
export function hostOf(
  { url, provider }: Pick<RepositoryDefinition, 'url' | 'provider'>,
  bases: Partial<Record<Provider, string>> = {},
): HostPlace | undefined {
  const address = new URL(url);
  // By ssh only the clone goes; the API is the web's
  const origin =
    address.protocol === 'ssh:'
      ? `https://${address.hostname}`
      : address.origin;
  const parts = address.pathname
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  if (parts.length < 2) return undefined;
  // Owner and name stand last; what is before is the folder that the host is served from
  const folder = [origin, ...parts.slice(0, -2)].join('/');
  const pair = parts.slice(-2);
  switch (provider) {
    case 'github':
      return {
        host: gitHub(pair),
        base:
          bases.github ??
          (address.hostname === 'github.com'
            ? 'https://api.github.com'
            : `${origin}/api/v3`),
      };
    case 'gitlab':
      return { host: gitLab(parts), base: bases.gitlab ?? `${origin}/api/v4` };
    case 'gitea':
      return { host: gitea(pair), base: bases.gitea ?? `${folder}/api/v1` };
    case 'bitbucket': {
      const base =
        bases.bitbucket ??
        (address.hostname === 'bitbucket.org'
          ? 'https://api.bitbucket.org/2.0'
          : undefined);
      return base ? { host: bitbucket(pair), base } : undefined;
    }
    default:
      return undefined;
  }
}

/** How a host's API wants to be shown a secret; undefined for one that it cannot take (an ssh key). */
export function authorizationOf(
  secret: GitSecret | undefined,
  provider: Provider,
): string | undefined {
  if (!secret || secret.type === 'ssh') return undefined;
  const { username, secret: value } = secret;
  const isPassword =
    username !== undefined && !/^(x-.*|oauth2|git)$/.test(username);
  if (provider === 'gitea' && !(secret.type === 'basic' && isPassword)) {
    return `token ${value}`;
  }
  if (provider === 'gitea' || (provider === 'bitbucket' && isPassword)) {
    const pair = Buffer.from(`${username}:${value}`).toString('base64');
    return `Basic ${pair}`;
  }
  return `Bearer ${value}`;
}
