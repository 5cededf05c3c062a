import { createHash } from 'node:crypto';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { RepositoryDefinition } from '../repositories';
import { readerFingerprint } from './readerFingerprint';

/**
 * What is read, and by which reader, as `<branch>.<rest>`: the same commit of the same source means the same. A digest,
 * since addresses have no business beside what a fabric holds.
 */
export function sourceOf(
  fabric: FabricDefinition,
  repository: RepositoryDefinition | undefined,
): string {
  const branch = [fabric.repository, repository?.url, repository?.branch];
  const rest = [
    fabric.path,
    fabric.namespace,
    repository?.requireSignedCommits,
    repository?.allowedSigners,
    readerFingerprint(),
  ];
  return `${digest(branch)}.${digest(rest)}`;
}

/** Whether two sources are the same branch of the same repository. */
export function isSameBranch(one: string, other: string): boolean {
  return one.split('.')[0] === other.split('.')[0];
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, 32);
}
