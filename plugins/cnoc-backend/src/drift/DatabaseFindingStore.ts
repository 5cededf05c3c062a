import { randomUUID } from 'node:crypto';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import type { FindingContent, FindingStore, OpenFinding } from './FindingStore';
import { severityRank } from './severityRank';

interface FindingRow {
  id: string;
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
}

const BATCH = 100;

export class DatabaseFindingStore implements FindingStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseFindingStore {
    return new DatabaseFindingStore(options.database);
  }

  open: FindingStore['open'] = fabric =>
    this.#knex('findings')
      .where({ fabric })
      .whereNot('status', 'resolved')
      .select<OpenFinding[]>(
        'id',
        'identity',
        'kind',
        'name',
        'type',
        'severity',
        'reason',
        'hash',
      );

  write: FindingStore['write'] = async (fabric, at, changes, fence) => {
    const { opened, changed, resolved } = changes;
    if (opened.length + changed.length + resolved.length === 0) return;
    const time = at.toISOString();
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      await tx.batchInsert(
        'findings',
        opened.map(({ identity, hash, content }) => ({
          ...columnsOf(content),
          id: randomUUID(),
          fabric,
          identity,
          hash,
          status: 'open',
          first_seen: time,
          last_seen: time,
        })),
        BATCH,
      );
      for (const { id, hash, content } of changed) {
        await tx('findings')
          .where({ id, fabric })
          .update({ ...columnsOf(content), hash, last_seen: time });
      }
      for (let start = 0; start < resolved.length; start += BATCH) {
        const ids = resolved.slice(start, start + BATCH).map(one => one.id);
        await tx('findings').where({ fabric }).whereIn('id', ids).update({
          status: 'resolved',
          resolved_at: time,
        });
      }
    });
  };

  page: FindingStore['page'] = async (fabric, options) => {
    const { status, severity, kind, after, limit } = options;
    const filtered = (): Knex.QueryBuilder => {
      const query = this.#knex('findings').where({ fabric });
      if (status) query.where({ status });
      if (severity) query.where({ severity });
      if (kind) query.where({ kind });
      return query;
    };
    const query = filtered()
      .orderBy([
        { column: 'severity_rank' },
        { column: 'first_seen', order: 'desc' },
        { column: 'id' },
      ])
      .limit(limit);
    if (after) {
      query.where(later =>
        later
          .where('severity_rank', '>', after.rank)
          .orWhere(same =>
            same
              .where('severity_rank', after.rank)
              .where('first_seen', '<', after.firstSeen),
          )
          .orWhere(same =>
            same
              .where('severity_rank', after.rank)
              .where('first_seen', after.firstSeen)
              .where('id', '>', after.id),
          ),
      );
    }
    const rows: FindingRow[] = await query.select('*');
    const [{ total }] = await filtered().count({ total: '*' });
    return {
      items: rows.map(findingOf),
      total: Number(total),
      positions: rows.map(row => ({
        rank: row.severity_rank,
        firstSeen: row.first_seen,
        id: row.id,
      })),
    };
  };

  openOf: FindingStore['openOf'] = async (fabric, kind, name) => {
    const rows: FindingRow[] = await this.#knex('findings')
      .where({ fabric, kind, name })
      .whereNot('status', 'resolved')
      .orderBy('severity_rank')
      .limit(100)
      .select('*');
    return rows.map(findingOf);
  };

  counts: FindingStore['counts'] = async fabrics => {
    const result = new Map(
      fabrics.map(fabric => [fabric, { critical: 0, warning: 0, info: 0 }]),
    );
    const rows: {
      fabric: string;
      severity: Finding['severity'];
      total: number | string;
    }[] = await this.#knex('findings')
      .whereIn('fabric', fabrics)
      .where('status', 'open')
      .groupBy('fabric', 'severity')
      .select('fabric', 'severity')
      .count({ total: '*' });
    for (const { fabric, severity, total } of rows) {
      result.get(fabric)![severity] = Number(total);
    }
    return result;
  };
}

function columnsOf(content: FindingContent) {
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

function findingOf(row: FindingRow): Finding {
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
