import type { SeverityCounts } from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityEntry } from '../activity/ActivityStore';
import type { FindingChanges } from './FindingStore';
import { severityRank } from './severityRank';

/** Lines of the timeline that one check may add for findings, before the rest is summed up in one. */
const MAX_LINES = 20;

/** The timeline's lines for what a check opened and resolved; the worst first, a wave of them as one summary. */
export function findingActivity(
  changes: Pick<FindingChanges, 'opened' | 'revived' | 'reopened' | 'resolved'>,
): ActivityEntry[] {
  const lines: ActivityEntry[] = [
    ...changes.opened.map(({ content }) => ({
      type: 'finding.opened' as const,
      severity: content.severity,
      message: content.reason,
      actor: content.changedBy?.by ?? content.changedBy?.manager,
      resource: { kind: content.kind, name: content.name },
      commit: content.commit,
      deployment: content.changedBy?.deployment,
    })),
    ...changes.revived
      .filter(({ status }) => status === 'open')
      .map(({ content }) => ({
        type: 'finding.reopened' as const,
        severity: content.severity,
        message: `Back again: ${content.reason}`,
        actor: content.changedBy?.by ?? content.changedBy?.manager,
        resource: { kind: content.kind, name: content.name },
      })),
    ...changes.reopened.map(({ cause, kind, name, severity, reason }) => ({
      type: 'finding.reopened' as const,
      severity,
      message: `${
        cause === 'graver' ? 'Graver than decided on' : 'Suppression ended'
      }: ${reason}`,
      resource: { kind, name },
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
  const count = (type: ActivityEntry['type']) =>
    rest.filter(line => line.type === type).length;
  const opened = count('finding.opened');
  const reopened = count('finding.reopened');
  const resolved = count('finding.resolved');
  const parts = [
    opened > 0 ? `${opened} more findings opened` : '',
    reopened > 0 ? `${reopened} more findings opened again` : '',
    resolved > 0 ? `${resolved} more findings resolved` : '',
  ].filter(Boolean);
  const type =
    (opened > 0 && 'finding.opened') ||
    (reopened > 0 && 'finding.reopened') ||
    'finding.resolved';
  return [
    ...shown,
    {
      type,
      severity: rest[0].severity,
      message: parts.join(', '),
      tally: tallyOf(rest.filter(line => line.type === type)),
    },
  ];
}

function tallyOf(lines: readonly ActivityEntry[]): SeverityCounts {
  const counts = { critical: 0, warning: 0, info: 0 };
  for (const { severity } of lines) if (severity) counts[severity] += 1;
  return counts;
}
