import { plural } from '../text/plural';
import { refName } from '../text/refName';
import type { Cause } from './groupFindings';

/**
 * A cause as a sentence without its time.
 *
 * @internal
 */
export function describeCause(cause: Cause): string {
  const things = plural(cause.findings.length, 'resource');
  const { changedBy, patterns } = cause;
  const who = changedBy && refName(changedBy.by ?? changedBy.manager);
  if (cause.type === 'lag') {
    return `Switches have not applied ${things} yet`;
  }
  if (cause.type === 'agent') {
    return `${plural(
      cause.findings.length,
      'switch needs',
      'switches need',
    )} a look`;
  }
  if (cause.type === 'validation') return `${things} not valid`;
  if (cause.state === 'committed')
    return `${things} in git, not in the cluster`;
  if (cause.state === 'orphaned') {
    return `${things} in the cluster, not in git${
      who ? `, made by ${who}` : ''
    }`;
  }
  const what =
    patterns.length === 1 && cause.findings.length > 1
      ? `${patterns[0]} of ${things}`
      : things;
  return who ? `${who} changed ${what}` : `${things} changed in the cluster`;
}
