import type { Finding, Severity } from '@cnoc/backstage-plugin-cnoc-common';
import { pathPattern } from './pathPattern';

/** @internal */
export const severities: readonly Severity[] = ['critical', 'warning', 'info'];

/**
 * Findings that one event explains: one hand edit that hit five resources is one cause.
 *
 * @internal
 */
export type Cause = {
  key: string;
  type: Finding['type'];
  state?: Finding['state'];
  changedBy?: Finding['changedBy'];
  /** What was changed of each, siblings put together, for example `spec.subnets.*.vlan` */
  patterns: string[];
  /** Earliest time of the cause */
  at: string;
  findings: Finding[];
};

/** @internal */
export type SeverityGroup = {
  severity: Severity;
  count: number;
  causes: Cause[];
};

const minuteOf = (time: string) => time.slice(0, 16);

/** Who changed it; what is only in git has no author in the cluster. */
const authorOf = ({ type, state, changedBy }: Finding) =>
  type === 'drift' && state !== 'committed' ? changedBy : undefined;

/** What makes the finding as bad as it is, as patterns of paths. */
function patternsOf(finding: Finding): string[] {
  return [
    ...new Set(
      finding.differences
        .filter(d => d.severity === finding.severity)
        .map(d => pathPattern(d.path)),
    ),
  ].sort();
}

function keyOf(finding: Finding): string {
  const { type, state, firstSeen } = finding;
  if (type !== 'drift') return type;
  const author = authorOf(finding);
  if (!author) return `${type}/${state ?? ''}`;
  const { manager, by, deployment, at } = author;
  return JSON.stringify([
    type,
    state,
    manager,
    by,
    deployment ?? minuteOf(at ?? firstSeen),
    patternsOf(finding),
  ]);
}

/**
 * Groups by severity, worst first, then by cause (same author, same minute or deployment, same pattern of paths), newest
 * first. Empty severities are left out.
 *
 * @internal
 */
export function groupFindings(findings: readonly Finding[]): SeverityGroup[] {
  return severities.flatMap(severity => {
    const members = findings.filter(f => f.severity === severity);
    if (members.length === 0) return [];
    const causes = new Map<string, Cause>();
    for (const finding of members) {
      const key = keyOf(finding);
      const at = finding.changedBy?.at ?? finding.firstSeen;
      const cause = causes.get(key);
      if (cause) {
        cause.findings.push(finding);
        if (at < cause.at) cause.at = at;
      } else {
        const changedBy = authorOf(finding);
        causes.set(key, {
          key: `${severity}/${key}`,
          type: finding.type,
          state: finding.state,
          changedBy,
          patterns: changedBy ? patternsOf(finding) : [],
          at,
          findings: [finding],
        });
      }
    }
    return [
      {
        severity,
        count: members.length,
        causes: [...causes.values()].sort((a, b) => b.at.localeCompare(a.at)),
      },
    ];
  });
}
