import { plural } from '../text/plural';
import type { Cause } from './groupFindings';

/**
 * A cause as a sentence without its time.
 *
 * @internal
 */
export function describeCause(cause: Cause): string {
  const things = plural(cause.findings.length, 'resource');
  if (cause.type === 'lag') {
    return `Switches have not applied ${things} yet`;
  }
  if (cause.type === 'agent') {
    return `${plural(
      cause.findings.length,
      'switch agent',
    )} without a sign of life`;
  }
  if (cause.type === 'validation') return `${things} not valid`;
  if (cause.state === 'committed')
    return `${things} in git, not in the cluster`;
  if (cause.state === 'orphaned') {
    return `${things} in the cluster, not in git${
      cause.manager ? `, made by ${cause.manager}` : ''
    }`;
  }
  return cause.manager
    ? `${cause.manager} changed ${things}`
    : `${things} changed in the cluster`;
}
