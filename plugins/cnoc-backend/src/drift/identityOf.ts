import { contentHash } from './contentHash';
import type { FindingContent } from './FindingStore';

/**
 * What makes two findings the same fact at different times. A resource has one drift at a time, whatever differs; a
 * validation error is one for each rule and place.
 */
export function identityOf(finding: FindingContent): string {
  const base = `${finding.type}/${finding.kind}/${finding.name}`;
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
