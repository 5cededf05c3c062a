import type { FabricFinding } from '@cnoc/backstage-plugin-cnoc-common';
import { toCsv } from '../text/toCsv';

type Column = [
  title: string,
  value: (finding: FabricFinding) => string | undefined,
];

const columns: Column[] = [
  ['severity', f => f.severity],
  ['fabric', f => f.fabric],
  ['environment', f => f.environment],
  ['owner', f => f.owner],
  ['kind', f => f.kind],
  ['name', f => f.name],
  ['type', f => f.type],
  ['state', f => f.state],
  ['status', f => f.status],
  ['reason', f => f.reason],
  ['rule', f => f.rule],
  ['fields', f => f.differences.map(d => d.path).join('\n')],
  ['first seen', f => f.firstSeen],
  ['last seen', f => f.lastSeen],
  ['resolved at', f => f.resolvedAt],
  ['changed by', f => f.changedBy?.by ?? f.changedBy?.manager],
  ['changed at', f => f.changedBy?.at],
  ['deployment', f => f.changedBy?.deployment],
  ['decided by', f => f.decision?.by],
  ['decided at', f => f.decision?.at],
  ['decision reason', f => f.decision?.reason],
  ['decision until', f => f.decision?.until],
];

/**
 * Findings as a CSV file. Values of fields are left out: they may be large, and they belong beside each other.
 *
 * @param staleSince - by fabric: since when what is known of it is old
 * @internal
 */
export function findingCsv(
  findings: readonly FabricFinding[],
  staleSince: ReadonlyMap<string, string>,
): string {
  return toCsv([
    [...columns.map(([title]) => title), 'stale since'],
    ...findings.map(finding => [
      ...columns.map(([, value]) => value(finding) ?? ''),
      staleSince.get(finding.fabric) ?? '',
    ]),
  ]);
}
