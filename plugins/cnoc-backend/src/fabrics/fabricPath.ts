import { InputError } from '@backstage/errors';

/**
 * A directory in a repository, tidied: no slash at either end, no empty segment.
 *
 * @throws InputError for one that leaves the repository
 */
export function fabricPath(path: string): string {
  const segments = path
    .split('/')
    .filter(segment => segment && segment !== '.');
  if (segments.includes('..') || path.includes('\\') || /\p{Cc}/u.test(path)) {
    throw new InputError(
      `path must be a directory inside the repository, without '..'`,
    );
  }
  return segments.join('/');
}
