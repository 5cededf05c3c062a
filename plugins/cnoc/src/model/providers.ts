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

const words: [string, Provider][] = [
  ['github', 'github'],
  ['gitlab', 'gitlab'],
  ['gitea', 'gitea'],
  ['forgejo', 'gitea'],
  ['codeberg', 'gitea'],
  ['bitbucket', 'bitbucket'],
];

/**
 * The software of a host as far as its name tells; `git` when it does not.
 *
 * @internal
 */
export function guessProvider(host: string): Provider {
  const name = host.toLocaleLowerCase('en-US');
  if (/(^|\.)dev\.azure\.com$|\.visualstudio\.com$/.test(name)) return 'azure';
  const labels = name.split('.');
  return (
    words.find(([word]) => labels.some(label => label.startsWith(word)))?.[1] ??
    'git'
  );
}
