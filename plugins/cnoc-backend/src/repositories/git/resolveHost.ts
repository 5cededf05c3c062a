import { AddressPolicy } from '../../fabrics/network';
import { gitError } from './gitFailure';

/**
 * The address to dial for a host.
 *
 * @throws NotAllowedError for a refused address, GitError for a name that does not resolve
 */
export async function resolveHost(
  policy: AddressPolicy,
  host: string,
): Promise<string> {
  try {
    return (await policy.check(host)).address;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotAllowedError') {
      throw error;
    }
    throw gitError('unreachable');
  }
}
