import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import type { FindingContent } from './FindingStore';
import { severityRank } from './severityRank';

export interface FindingRow {
  id: string;
  fabric: string;
  identity: string;
  kind: string;
  name: string;
  type: Finding['type'];
  state: Finding['state'] | null;
  rule: string;
  severity: Finding['severity'];
  severity_rank: number;
  reason: string;
  status: Finding['status'];
  first_seen: string;
  last_seen: string;
  resolved_at: string | null;
  file: string | null;
  line: number | null;
  commit_sha: string | null;
  changed_by: string | null;
  differences: string;
  hash: string;
  etag: string;
  decision: string | null;
  until_ms: number | string | null;
}

/** What a person said last; it stays when the fact goes away, for the case that it only flaps. */
export type StoredDecision = NonNullable<Finding['decision']> & {
  status: Exclude<Finding['status'], 'resolved'>;
};

export function columnsOf(content: FindingContent) {
  return {
    kind: content.kind,
    name: content.name,
    type: content.type,
    state: content.state ?? null,
    rule: content.rule,
    severity: content.severity,
    severity_rank: severityRank(content.severity),
    reason: content.reason,
    file: content.file ?? null,
    line: content.line ?? null,
    commit_sha: content.commit ?? null,
    changed_by: content.changedBy ? JSON.stringify(content.changedBy) : null,
    differences: JSON.stringify(content.differences),
  };
}

export function decisionOf(
  row: Pick<FindingRow, 'decision'>,
): StoredDecision | undefined {
  return row.decision ? JSON.parse(row.decision) : undefined;
}

export function findingOf(row: FindingRow): Finding {
  const { status: _status, ...decision } = decisionOf(row) ?? {};
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    type: row.type,
    state: row.state ?? undefined,
    rule: row.rule,
    severity: row.severity,
    reason: row.reason,
    status: row.status,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    resolvedAt: row.resolved_at ?? undefined,
    decision: row.decision ? (decision as Finding['decision']) : undefined,
    etag: row.etag,
    source: row.file
      ? {
          file: row.file,
          line: row.line ?? 1,
          commit: row.commit_sha ?? undefined,
        }
      : undefined,
    changedBy: row.changed_by ? JSON.parse(row.changed_by) : undefined,
    differences: JSON.parse(row.differences),
  };
}
