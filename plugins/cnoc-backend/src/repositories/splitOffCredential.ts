import { InputError, NotFoundError } from '@backstage/errors';
import {
  storeOwnCredential,
  type CredentialService,
  type GitSecret,
} from '../credentials';
import { isSshUrl, type RepositoryAddress } from './git/repositoryUrl';

/** The credential that was written into an address; undefined where there was none. */
export function valueInAddress(
  address: RepositoryAddress,
): GitSecret | undefined {
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
  value: GitSecret & { secret: string },
  options: { repository: string; current?: string; createdBy?: string },
): Promise<{ name: string; created: boolean }> {
  const { repository, ...rest } = options;
  return storeOwnCredential(credentials, value, {
    ...rest,
    owner: repository,
    origin: 'url',
    title: `From the address of ${repository}`,
  });
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
  if (type === 'certificate') {
    throw new InputError(
      `credential: '${name}' is a client certificate, which is for clusters; use a token or an SSH key`,
    );
  }
  if (isSshUrl(url) !== (type === 'ssh')) {
    throw new InputError(
      isSshUrl(url)
        ? `credential: '${name}' is of type ${type}, and an address over SSH needs an SSH key`
        : `credential: '${name}' is an SSH key, and this address needs a token or a name and password`,
    );
  }
}
