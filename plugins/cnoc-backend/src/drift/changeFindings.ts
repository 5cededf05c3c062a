import type {
  FindingChanges,
  FindingContent,
  OpenFinding,
} from './FindingStore';
import { hashOfFinding, identityOf } from './identityOf';

/**
 * Works out which findings open, change and resolve.
 *
 * @param frozen - true for findings whose subject cannot be seen now: they stay as they are, since absence of evidence
 *   neither opens nor resolves anything
 */
export function changeFindings(
  open: readonly OpenFinding[],
  wanted: readonly FindingContent[],
  frozen: (finding: Pick<OpenFinding, 'type' | 'kind' | 'name'>) => boolean,
): FindingChanges {
  const changes: FindingChanges = { opened: [], changed: [], resolved: [] };
  const openByIdentity = new Map(open.map(one => [one.identity, one]));
  const seen = new Set<string>();

  for (const content of wanted) {
    const identity = identityOf(content);
    if (seen.has(identity) || frozen(content)) continue;
    seen.add(identity);
    const hash = hashOfFinding(content);
    const existing = openByIdentity.get(identity);
    if (!existing) {
      changes.opened.push({ identity, hash, content });
    } else if (existing.hash !== hash) {
      changes.changed.push({ id: existing.id, hash, content });
    }
  }
  for (const finding of open) {
    if (!seen.has(finding.identity) && !frozen(finding)) {
      changes.resolved.push(finding);
    }
  }
  return changes;
}
