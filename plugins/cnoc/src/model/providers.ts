import type { Repository } from '@cnoc/backstage-plugin-cnoc-common';

/** @internal */
export type Provider = Repository['provider'];

/** @internal */
export const providerLabels: Record<Provider, string> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  bitbucket: 'Bitbucket',
  azure: 'Azure DevOps',
  gitea: 'Gitea',
  git: 'Plain git',
};

const hosts: [RegExp, Provider][] = [
  [/(^|\.)github\.com$|^github\./, 'github'],
  [/(^|\.)gitlab\.com$|^gitlab\./, 'gitlab'],
  [/(^|\.)bitbucket\.org$|^bitbucket\./, 'bitbucket'],
  [/(^|\.)dev\.azure\.com$|\.visualstudio\.com$/, 'azure'],
  [/^codeberg\.org$|^(gitea|forgejo)\./, 'gitea'],
];

/**
 * The software of a host as far as its name tells; `git` when it does not.
 *
 * @internal
 */
export function guessProvider(host: string): Provider {
  const name = host.toLocaleLowerCase('en-US');
  return hosts.find(([pattern]) => pattern.test(name))?.[1] ?? 'git';
}
