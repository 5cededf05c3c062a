import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { CredentialService, SecretValue } from '../credentials';
import { isSshUrl, type RepositoryAddress } from './git/repositoryUrl';

const TRIES = 10;
const LONGEST = 63;

/** The credential that was written into an address; undefined where there was none. */
export function valueInAddress(
  address: RepositoryAddress,
): SecretValue | undefined {
  const { username, token: secret } = address;
  if (!secret) return undefined;
  return username
    ? { type: 'basic', username, secret }
    : { type: 'token', secret };
}

/**
 * Stores the credential of an address apart from it (case G4): in the one that was split off before, or else in a new one
 * named after the repository.
 *
 * @returns the credential's name, and whether it is new
 * @throws ConflictError when no name is free, ServiceUnavailableError without a key
 */
export async function splitOffCredential(
  credentials: CredentialService,
  value: SecretValue & { secret: string },
  options: { repository: string; current?: string; createdBy?: string },
): Promise<{ name: string; created: boolean }> {
  const { repository, current, createdBy } = options;
  const known =
    current && (await credentials.get(current).catch(() => undefined));
  if (known && known.origin === 'url' && known.type === value.type) {
    const { username, secret } = value;
    await credentials.update(known.name, {
      secret,
      ...(username && { username }),
    });
    return { name: known.name, created: false };
  }
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const suffix = attempt === 1 ? '-url' : `-url-${attempt}`;
    const name = `${repository.slice(0, LONGEST - suffix.length)}${suffix}`;
    try {
      await credentials.create(
        { name, ...value, title: `From the address of ${repository}` },
        { createdBy, origin: 'url' },
      );
      return { name, created: true };
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  throw new ConflictError(
    'url: its credential cannot be stored under a name of its own; store it as a credential first, and name that',
  );
}

/**
 * Holds a credential to the way its repository is reached.
 *
 * @throws InputError when there is no such credential or it does not fit
 */
export async function assertFits(
  credentials: CredentialService,
  name: string,
  url: string,
): Promise<void> {
  const { type } = await credentials.get(name).catch(error => {
    if (error instanceof NotFoundError) {
      throw new InputError(`credential: there is no credential '${name}'`);
    }
    throw error;
  });
  if (isSshUrl(url) !== (type === 'ssh')) {
    throw new InputError(
      isSshUrl(url)
        ? `credential: '${name}' is of type ${type}, and an address over SSH needs an SSH key`
        : `credential: '${name}' is an SSH key, and this address needs a token or a name and password`,
    );
  }
}
