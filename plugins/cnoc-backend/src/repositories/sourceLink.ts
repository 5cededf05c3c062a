import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';

interface Pages {
  commit: (sha: string) => string;
  file: (sha: string, file: string) => string;
  line: (line: number) => string;
}

const pages: Partial<Record<Provider, Pages>> = {
  github: {
    commit: sha => `commit/${sha}`,
    file: (sha, file) => `blob/${sha}/${file}`,
    line: line => `#L${line}`,
  },
  gitlab: {
    commit: sha => `-/commit/${sha}`,
    file: (sha, file) => `-/blob/${sha}/${file}`,
    line: line => `#L${line}`,
  },
  gitea: {
    commit: sha => `commit/${sha}`,
    file: (sha, file) => `src/commit/${sha}/${file}`,
    line: line => `#L${line}`,
  },
  bitbucket: {
    commit: sha => `commits/${sha}`,
    file: (sha, file) => `src/${sha}/${file}`,
    line: line => `#lines-${line}`,
  },
};

/** The page of a remote for people; undefined where the host's pages are not known. */
export function webPage(remote: {
  url: string;
  provider: Provider;
}): string | undefined {
  const { provider } = remote;
  const url = new URL(remote.url);
  // Bitbucket's product for one's own machines lays its pages out in another way
  const known =
    provider === 'bitbucket'
      ? url.hostname === 'bitbucket.org'
      : pages[provider] !== undefined;
  if (!known || url.protocol === 'http:') return undefined;
  const host = url.protocol === 'https:' ? url.host : url.hostname;
  return `https://${host}${url.pathname.replace(/(\.git)?\/*$/, '')}`;
}

/** The web page of a commit, or of a line of a file at that commit; undefined where the host's pages are not known. */
export function sourceLink(
  remote: { url: string; provider: Provider },
  place: { sha: string; file?: string; line?: number },
): string | undefined {
  const root = webPage(remote);
  const of = pages[remote.provider];
  if (!root || !of) return undefined;
  if (place.file === undefined) return `${root}/${of.commit(place.sha)}`;
  const file = place.file.split('/').map(encodeURIComponent).join('/');
  const anchor = place.line === undefined ? '' : of.line(place.line);
  return `${root}/${of.file(place.sha, file)}${anchor}`;
}
