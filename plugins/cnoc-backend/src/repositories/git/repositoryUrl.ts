import { InputError } from '@backstage/errors';
import { AddressPolicy } from '../../fabrics/network';

/** A remote's address split from the credentials that may have been written into it (case G4). */
export interface RepositoryAddress {
  /** https or http without credentials, or `ssh://user@host[:port]/path`. */
  url: string;
  username?: string;
  token?: string;
}

const advice =
  'Use an address such as https://git.example/team/fabrics.git or git@git.example:team/fabrics.git.';

const scpForm =
  /^(?:([A-Za-z0-9_][A-Za-z0-9._-]*)@)?([^/:@[\]]+):(?!\/\/)(.+)$/;
const sshUser = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const sshHost =
  /^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\.?|\[[0-9a-fA-F:.]+\])$/;

/**
 * Reads the address of a remote before git sees it (cases G1 to G4). The message never repeats the input, which may
 * hold a token.
 *
 * @throws InputError for anything that is not plain https, http or ssh
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
  const scp = scpForm.exec(text);
  if (scp && (scp[1] !== undefined || scp[2].includes('.'))) {
    return sshAddress(scp[1] ?? 'git', scp[2], '', `/${scp[3]}`);
  }
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new InputError(`The repository's address is not a URL. ${advice}`);
  }
  if (url.search || url.hash) {
    throw new InputError(
      `The repository's address holds a query or a fragment. ${advice}`,
    );
  }
  if (url.protocol === 'ssh:') {
    if (url.password) {
      throw new InputError(
        `The repository's address holds a password; ssh signs in with a key. ${advice}`,
      );
    }
    return sshAddress(
      url.username || 'git',
      url.hostname,
      url.port,
      url.pathname,
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InputError(
      `The repository's address has a scheme that CNOC does not read. ${advice}`,
    );
  }
  const username = decoded(url.username);
  const token = decoded(url.password);
  url.username = '';
  url.password = '';
  // `https://token@host` is a common way to write a token without a user.
  return token === undefined
    ? { url: url.href, token: username }
    : { url: url.href, username, token };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part) || undefined;
  } catch {
    throw new InputError(
      `The repository's address holds a broken percent sign. ${advice}`,
    );
  }
}

/** What reaches ssh's command line is held to characters that no shell and no option parser sees anything in. */
function sshAddress(
  user: string,
  host: string,
  port: string,
  path: string,
): RepositoryAddress {
  const name = host.toLowerCase();
  if (!sshUser.test(user) || !sshHost.test(name)) {
    throw new InputError(
      `The repository's address names a user or host that ssh could misread. ${advice}`,
    );
  }
  // git decodes the path before it hands it on.
  if (
    path.length < 2 ||
    path.startsWith('/-') ||
    /['"`$\p{Cc}]/u.test(decoded(path) ?? '')
  ) {
    throw new InputError(
      `The repository's address has a path that ssh could misread. ${advice}`,
    );
  }
  return { url: `ssh://${user}@${name}${port && `:${port}`}${path}` };
}

export function isSshUrl(url: string): boolean {
  return url.startsWith('ssh://');
}

/**
 * Checks the shape of a remote's address against the rules of this installation; the address itself is checked when it
 * is dialled.
 *
 * @throws InputError or NotAllowedError; the message never repeats the address
 */
export function checkRemoteUrl(policy: AddressPolicy, url: string): void {
  if (!isSshUrl(url)) {
    policy.checkUrl(new URL(url));
  }
}
