type Host = 'github' | 'gitlab' | 'gitea' | 'bitbucket';

function hostKind(hostname: string): Host | undefined {
  const labels = hostname.toLowerCase().split('.');
  const has = (word: string) => labels.some(label => label.startsWith(word));
  if (has('github')) {
    return 'github';
  }
  if (has('gitlab')) {
    return 'gitlab';
  }
  if (has('gitea') || has('forgejo') || has('codeberg')) {
    return 'gitea';
  }
  return hostname === 'bitbucket.org' ? 'bitbucket' : undefined;
}

const commitPath: Record<Host, (sha: string) => string> = {
  github: sha => `commit/${sha}`,
  gitlab: sha => `-/commit/${sha}`,
  gitea: sha => `commit/${sha}`,
  bitbucket: sha => `commits/${sha}`,
};

const filePath: Record<Host, (sha: string, file: string) => string> = {
  github: (sha, file) => `blob/${sha}/${file}`,
  gitlab: (sha, file) => `-/blob/${sha}/${file}`,
  gitea: (sha, file) => `src/commit/${sha}/${file}`,
  bitbucket: (sha, file) => `src/${sha}/${file}`,
};

/** The web page of a commit, or of a line of a file at that commit; undefined where the host's pages are not known. */
export function sourceLink(
  repositoryUrl: string,
  place: { sha: string; file?: string; line?: number },
): string | undefined {
  const url = new URL(repositoryUrl);
  const kind = url.protocol === 'https:' ? hostKind(url.hostname) : undefined;
  if (!kind) {
    return undefined;
  }
  const root = `${url.origin}${url.pathname.replace(/(\.git)?\/*$/, '')}`;
  if (place.file === undefined) {
    return `${root}/${commitPath[kind](place.sha)}`;
  }
  const file = place.file.split('/').map(encodeURIComponent).join('/');
  const anchor = kind === 'bitbucket' ? '#lines-' : '#L';
  return `${root}/${filePath[kind](place.sha, file)}${
    place.line === undefined ? '' : `${anchor}${place.line}`
  }`;
}
