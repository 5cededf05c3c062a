import type {
  FindingChanges,
  FindingContent,
  OpenFinding,
  ResolvedFinding,
} from './FindingStore';
import { hashOfFinding, identityOf } from './identityOf';
import { severityRank } from './severityRank';

/**
 * Works out which findings open, change, go on, open again and resolve.
 *
 * What people decided stands while the fact lasts, with two exceptions: a fact that has become graver than what they
 * decided on, and a suppression that has ended, are open again.
 *
 * @param open - findings that are not resolved
 * @param frozen - true for findings whose subject cannot be seen now: they stay as they are, since absence of evidence
 *   neither opens nor resolves anything
 */
export function changeFindings(
  open: readonly OpenFinding[],
  wanted: readonly FindingContent[],
  frozen: (finding: Pick<OpenFinding, 'type' | 'kind' | 'name'>) => boolean,
): FindingChanges {
  const changes: FindingChanges = {
    opened: [],
    revived: [],
    changed: [],
    reopened: [],
    resolved: [],
  };
  const openByIdentity = new Map(open.map(one => [one.identity, one]));
  const seen = new Set<string>();
  const graver = new Map<string, FindingContent>();

  for (const content of wanted) {
    const identity = identityOf(content);
    if (seen.has(identity) || frozen(content)) continue;
    seen.add(identity);
    const hash = hashOfFinding(content);
    const existing = openByIdentity.get(identity);
    if (!existing) {
      changes.opened.push({ identity, hash, content });
    } else if (existing.hash !== hash) {
      const rise =
        severityRank(existing.severity) - severityRank(content.severity);
      if (rise > 0) graver.set(identity, content);
      changes.changed.push({
        id: existing.id,
        hash,
        content,
        isOtherSeverity: rise !== 0,
      });
    }
  }
  for (const finding of open) {
    if (!seen.has(finding.identity) && !frozen(finding)) {
      changes.resolved.push(finding);
      continue;
    }
    const now = graver.get(finding.identity);
    const isEnded = finding.status === 'suppressed' && finding.ended;
    if (finding.status === 'open' || (!now && !isEnded)) continue;
    changes.reopened.push({
      id: finding.id,
      etag: finding.etag,
      cause: now ? 'graver' : 'ended',
      kind: finding.kind,
      name: finding.name,
      severity: now?.severity ?? finding.severity,
      reason: now?.reason ?? finding.reason,
    });
  }
  return changes;
}

/**
 * A fact that comes back within a minute of being resolved has flapped: its row goes on, with the time it was first seen,
 * and with what people decided unless it has ended or the fact is graver now.
 *
 * @param resolved - the newest of each identity
 */
export function reviveFlapped(
  changes: FindingChanges,
  resolved: readonly ResolvedFinding[],
): FindingChanges {
  if (resolved.length === 0) return changes;
  const byIdentity = new Map(resolved.map(one => [one.identity, one]));
  const opened: FindingChanges['opened'] = [];
  const revived = [...changes.revived];
  for (const one of changes.opened) {
    const before = byIdentity.get(one.identity);
    if (!before) {
      opened.push(one);
      continue;
    }
    const isGraver =
      severityRank(one.content.severity) < severityRank(before.severity);
    revived.push({
      id: before.id,
      hash: one.hash,
      content: one.content,
      status: isGraver || before.ended ? 'open' : before.status,
    });
  }
  return { ...changes, opened, revived };
}
