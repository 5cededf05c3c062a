import { ConflictError } from '@backstage/errors';
import type { CredentialRecord } from './CredentialRecord';
import type { CredentialService } from './CredentialService';
import type { SecretValue } from './SecretValue';

const TRIES = 10;
const LONGEST = 63;

/**
 * Stores a credential that belongs to one thing only, and goes with it: in the one that the thing has already, or else in
 * a new one named after it.
 *
 * @param options - `owner`: name of the thing; `current`: the credential that it has now
 * @returns the credential's name, and whether it is new
 * @throws InputError, ConflictError when no name is free, ServiceUnavailableError without a key
 */
export async function storeOwnCredential(
  credentials: CredentialService,
  value: SecretValue,
  options: {
    owner: string;
    origin: Exclude<CredentialRecord['origin'], 'api'>;
    title: string;
    current?: string;
    createdBy?: string;
  },
): Promise<{ name: string; created: boolean }> {
  const { owner, origin, title, current, createdBy } = options;
  const known =
    current && (await credentials.get(current).catch(() => undefined));
  if (known && known.origin === origin && known.type === value.type) {
    const { type: _type, ...fields } = value;
    await credentials.update(known.name, fields);
    return { name: known.name, created: false };
  }
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const suffix = attempt === 1 ? `-${origin}` : `-${origin}-${attempt}`;
    const name = `${owner.slice(0, LONGEST - suffix.length)}${suffix}`;
    try {
      await credentials.create(
        { name, ...value, title },
        { createdBy, origin },
      );
      return { name, created: true };
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  throw new ConflictError(
    'The credential cannot be stored under a name of its own; store it as a credential first, and name that',
  );
}
