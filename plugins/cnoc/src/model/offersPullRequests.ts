import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';

const hosts: readonly (Provider | undefined)[] = [
  'github',
  'gitlab',
  'gitea',
  'bitbucket',
];

/**
 * Whether CNOC can open pull requests at a host.
 *
 * @internal
 */
export function offersPullRequests(provider: Provider | undefined): boolean {
  return hosts.includes(provider);
}
