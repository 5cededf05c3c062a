/** @internal */
export type Remote = {
  scheme: 'https' | 'http' | 'ssh';
  host: string;
  /** A user name or password that does not belong into an address stands in it */
  hasCredential: boolean;
  /** The address as it is shown and stored */
  address: string;
  /** A name for the repository that the address suggests; may be empty */
  suggestedName: string;
};

/** `git@host:path`, as git itself takes it. */
const SCP_LIKE = /^(?:([\w.-]+)@)?([\w.-]+):(?!\/\/|:)([^\s]+)$/;

/**
 * Reads the address of a git remote as somebody types it. Only says what helps the typing; the server decides what is
 * allowed.
 *
 * @internal
 */
export function readRemote(text: string): Remote | { problem: string } {
  const trimmed = text.trim();
  if (trimmed === '') {
    return { problem: 'Give the address that git clones from.' };
  }
  const scp = SCP_LIKE.exec(trimmed);
  if (scp) {
    const [, , host, path] = scp;
    return {
      scheme: 'ssh',
      host,
      hasCredential: false,
      address: trimmed,
      suggestedName: suggestName(path),
    };
  }
  let url: URL;
  try {
    url = new URL(trimmed);
  } catch {
    return {
      problem:
        'Not an address: expected https://host/path, ssh://git@host/path or git@host:path.',
    };
  }
  const scheme = url.protocol.slice(0, -1);
  if (scheme !== 'https' && scheme !== 'http' && scheme !== 'ssh') {
    return {
      problem: `Only https, http and ssh addresses are read, not ${scheme}.`,
    };
  }
  if (url.hostname === '') return { problem: 'The address has no host.' };
  // The user of ssh says which account is asked for and is no secret; before https it may well be a token.
  const hasCredential =
    url.password !== '' || (scheme !== 'ssh' && url.username !== '');
  const shown = new URL(url);
  shown.password = '';
  if (scheme !== 'ssh') shown.username = '';
  return {
    scheme,
    host: url.hostname,
    hasCredential,
    address: hasCredential ? shown.href : trimmed,
    suggestedName: suggestName(url.pathname),
  };
}

function suggestName(path: string): string {
  const last = path.replace(/\/+$/, '').split('/').pop() ?? '';
  return last
    .replace(/\.git$/i, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9.-]+/g, '-')
    .slice(0, 63)
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}
