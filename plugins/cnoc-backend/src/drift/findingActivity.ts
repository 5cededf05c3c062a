import type { ActivityEntry } from '../activity/ActivityStore';
import type { FindingChanges } from './FindingStore';
import { severityRank } from './severityRank';

/** Lines of the timeline that one check may add for findings, before the rest is summed up in one. */
const MAX_LINES = 20;

/** The timeline's lines for what a check opened and resolved; the worst first, a wave of them as one summary. */
export function findingActivity(
  changes: Pick<FindingChanges, 'opened' | 'resolved'>,
): ActivityEntry[] {
  const lines: ActivityEntry[] = [
    ...changes.opened.map(({ content }) => ({
      type: 'finding.opened' as const,
      severity: content.severity,
      message: content.reason,
      actor: content.changedBy?.manager,
      resource: { kind: content.kind, name: content.name },
      commit: content.commit,
    })),
    ...changes.resolved.map(finding => ({
      type: 'finding.resolved' as const,
      severity: finding.severity,
      message: `Resolved: ${finding.reason}`,
      resource: { kind: finding.kind, name: finding.name },
    })),
  ];
  if (lines.length <= MAX_LINES) return lines;

  const worstFirst = [...lines].sort(
    (a, b) => severityRank(a.severity!) - severityRank(b.severity!),
  );
  const shown = worstFirst.slice(0, MAX_LINES);
  const rest = worstFirst.slice(MAX_LINES);
  const opened = rest.filter(line => line.type === 'finding.opened').length;
  const resolved = rest.length - opened;
  const parts = [
    opened > 0 ? `${opened} more findings opened` : '',
    resolved > 0 ? `${resolved} more findings resolved` : '',
  ].filter(Boolean);
  return [
    ...shown,
    {
      type: opened > 0 ? 'finding.opened' : 'finding.resolved',
      severity: rest[0].severity,
      message: parts.join(', '),
    },
  ];
}
