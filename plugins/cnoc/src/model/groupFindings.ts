import type { Finding, Severity } from '@cnoc/backstage-plugin-cnoc-common';

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
  manager?: string;
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

function keyOf(finding: Finding): string {
  const { type, state, changedBy } = finding;
  if (type !== 'drift') return type;
  // What is only in git has no author in the cluster, so all of it shares one cause.
  if (state === 'committed' || !changedBy) return `${type}/${state ?? ''}`;
  return `${type}/${state}/${changedBy.manager}/${minuteOf(
    changedBy.at ?? finding.firstSeen,
  )}`;
}

/**
 * Groups by severity, worst first, then by cause, newest first. Empty severities are left out.
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
        causes.set(key, {
          key: `${severity}/${key}`,
          type: finding.type,
          state: finding.state,
          manager:
            finding.state === 'committed'
              ? undefined
              : finding.changedBy?.manager,
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
