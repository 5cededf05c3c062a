import { contentHash } from './contentHash';
import type { FindingContent } from './FindingStore';

export const silentRule = 'agent.silent';

/**
 * What makes two findings the same fact at different times. A resource has one drift at a time, whatever differs; a
 * validation error is one for each rule and place; a switch is silent, and besides each of its troubles is one.
 */
export function identityOf(finding: FindingContent): string {
  const base = `${finding.type}/${finding.kind}/${finding.name}`;
  if (finding.type === 'agent' && finding.rule !== silentRule) {
    return `${base}/${finding.rule}`;
  }
  return finding.type === 'validation'
    ? `${base}/${finding.rule}/${finding.differences[0]?.path ?? ''}`.slice(
        0,
        640,
      )
    : base;
}

/** Content hash of a finding; the commit is left out, since it moves without the fact. */
export function hashOfFinding(finding: FindingContent): string {
  return contentHash({ ...finding, commit: undefined });
}
