import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';

/** The software of a remote's host, as far as the host's name tells. */
export function providerOf(url: string): Provider {
  const host = new URL(url).hostname.toLowerCase();
  const labels = host.split('.');
  const has = (word: string) => labels.some(label => label.startsWith(word));
  if (has('github')) return 'github';
  if (has('gitlab')) return 'gitlab';
  if (has('gitea') || has('forgejo') || has('codeberg')) return 'gitea';
  if (has('bitbucket')) return 'bitbucket';
  return host === 'dev.azure.com' ||
    host === 'ssh.dev.azure.com' ||
    host.endsWith('.visualstudio.com')
    ? 'azure'
    : 'git';
}
