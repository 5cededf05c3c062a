import type { FieldConflict } from './fields/applyConfiguration';
import { printFieldPath } from './fields/FieldSet';
import { StatusError } from './StatusError';

/** The refusal of a server-side apply, in the words of kube-apiserver: every owner and every field. */
export function applyConflict(
  conflicts: readonly FieldConflict[],
): StatusError {
  const printOwner = ({ owner }: FieldConflict) => {
    const subresource = owner.subresource
      ? ` with subresource ${JSON.stringify(owner.subresource)}`
      : '';
    const version =
      owner.operation === 'Update' ? ` using ${owner.apiVersion}` : '';
    return `${JSON.stringify(owner.manager)}${subresource}${version}`;
  };
  const owners = [...new Set(conflicts.map(printOwner))];
  const message =
    conflicts.length === 1
      ? `Apply failed with 1 conflict: conflict with ${
          owners[0]
        }: ${printFieldPath(conflicts[0].path)}`
      : `Apply failed with ${conflicts.length} conflicts: ${owners
          .map(
            owner =>
              `conflicts with ${owner}:\n${conflicts
                .filter(each => printOwner(each) === owner)
                .map(each => `- ${printFieldPath(each.path)}`)
                .join('\n')}`,
          )
          .join('\n')}`;
  return new StatusError(409, 'Conflict', message, {
    causes: conflicts.map(each => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${printOwner(each)}`,
      field: printFieldPath(each.path),
    })),
  });
}
