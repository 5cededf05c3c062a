import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { OnceOnly } from './CredentialStore';
import type { Vault } from './Vault';

/**
 * Whether a request with an Idempotency-Key was carried out before, and what to remember of it.
 *
 * @param options - `before`: what is remembered of the thing that the request would create
 * @returns undefined without a key
 * @throws ConflictError when the key was used for another request
 */
export function onceOnly(
  vault: Vault,
  options: { key?: string; request: object; before?: OnceOnly },
): (OnceOnly & { done: boolean }) | undefined {
  const { key, request, before } = options;
  if (!key) return undefined;
  const same = before?.key === key ? before : undefined;
  const text = JSON.stringify(request);
  // The request may hold a secret, which a plain digest would help to guess; without a key no secret is stored
  const digest = vault.ready
    ? vault.digest(text, same?.digest)
    : createHash('sha256').update(text).digest('base64url');
  if (same && same.digest !== digest) {
    throw new ConflictError(
      'The Idempotency-Key was used for another request; use a new one',
    );
  }
  return { key, digest, done: same !== undefined };
}
