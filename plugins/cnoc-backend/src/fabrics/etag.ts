import { randomBytes } from 'node:crypto';
import { CustomErrorBase } from '@backstage/errors';

/** Somebody else changed the thing since it was read; answered with 412. */
export class PreconditionFailedError extends CustomErrorBase {
  name = 'PreconditionFailedError' as const;
}

/** Random, so that the etag of a thing that was deleted never fits its successor of the same name. */
export function newEtag(): string {
  return randomBytes(12).toString('base64url');
}

/**
 * @param ifMatch - the header If-Match: absent or `*` fits whatever the etag is
 * @throws PreconditionFailedError
 */
export function assertEtag(etag: string, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const wanted = ifMatch.split(',').map(one =>
    one
      .trim()
      .replace(/^W\//, '')
      .replace(/^"(.*)"$/, '$1'),
  );
  if (!wanted.includes(etag)) throw changedMeanwhile();
}

export function changedMeanwhile(): PreconditionFailedError {
  return new PreconditionFailedError(
    'Somebody changed it meanwhile; read it again, look at the difference and send your change anew',
  );
}
