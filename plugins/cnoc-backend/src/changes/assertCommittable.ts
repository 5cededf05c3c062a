import { ConflictError } from '@backstage/errors';
import type { DraftEvaluation } from './DraftEvaluation';

/** @throws ConflictError that names what is in the way */
export function assertCommittable(
  { blockers, edits, sha }: DraftEvaluation,
  base: string,
  branch: string,
): void {
  if (blockers.length > 0) {
    const named = blockers
      .slice(0, 5)
      .map(({ message }) => message.replace(/\.$/, ''));
    const more = blockers.length - named.length;
    const moved =
      sha === base ? '' : ` The branch '${branch}' is not where it was.`;
    throw new ConflictError(
      `Nothing is written.${moved} ${named.join('; ')}${
        more > 0 ? ` (and ${more} more)` : ''
      }`,
    );
  }
  if (edits.length === 0) {
    throw new ConflictError(
      'Nothing is written: git has all of it already, or there are no drafts.',
    );
  }
}
