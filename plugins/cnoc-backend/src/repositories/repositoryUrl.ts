import { InputError } from '@backstage/errors';

/** A remote's address split from the credentials that may have been written into it (case G4). */
export interface RepositoryAddress {
  /** https or http, without credentials. */
  url: string;
  username?: string;
  token?: string;
}

const advice = 'Use an address such as https://git.example/team/fabrics.git.';

/**
 * Reads the address of a remote before git sees it (cases G1 to G4). The message never repeats the input, which may
 * hold a token.
 *
 * @throws InputError for anything that is not plain https or http
 */
export function parseRepositoryUrl(text: string): RepositoryAddress {
  if (text.startsWith('-')) {
    throw new InputError(
      `The repository's address begins like an option of git. ${advice}`,
    );
  }
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused here
  if (/[\u0000-\u0020\u007f\\]/.test(text)) {
    throw new InputError(
      `The repository's address holds a space, a backslash or a control character. ${advice}`,
    );
  }
  if (/^[a-z0-9+.-]*::/i.test(text)) {
    throw new InputError(
      `The repository's address names a remote helper of git, which could run commands. ${advice}`,
    );
  }
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new InputError(`The repository's address is not a URL. ${advice}`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InputError(
      `The repository's address has a scheme that CNOC does not read. ${advice}`,
    );
  }
  if (url.search || url.hash) {
    throw new InputError(
      `The repository's address holds a query or a fragment. ${advice}`,
    );
  }
  const username = decodeURIComponent(url.username) || undefined;
  const token = decodeURIComponent(url.password) || undefined;
  url.username = '';
  url.password = '';
  // `https://token@host` is a common way to write a token without a user.
  return token === undefined
    ? { url: url.href, token: username }
    : { url: url.href, username, token };
}
