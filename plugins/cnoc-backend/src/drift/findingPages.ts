import type { Knex } from 'knex';
import { whereCriteria } from '../fabrics/whereCriteria';
import type { FindingRow } from './findingRows';
import type {
  FabricChoice,
  FindingFilter,
  FindingPosition,
} from './FindingStore';
import { severityRank } from './severityRank';

const LOOKUP = 200;

type Narrow = (query: Knex.QueryBuilder) => void;

/** One page in the order severity, then newest, then id; read from an index as far as the filter allows. */
export async function findingPage(
  knex: Knex,
  narrow: Narrow,
  options: FindingFilter & { after?: FindingPosition; limit: number },
): Promise<FindingRow[]> {
  const { after, limit } = options;
  const ids: string[] = [];
  for (const part of partsAfter(after)) {
    if (ids.length >= limit) break;
    const query = knex<FindingRow>('findings')
      .orderBy([
        { column: 'severity_rank' },
        { column: 'first_seen', order: 'desc' },
        { column: 'id' },
      ])
      .limit(limit - ids.length);
    narrow(query);
    whereFilter(query, options);
    part(query);
    // The ids alone come from the index; rows are read only for those that are shown
    ids.push(...(await query.select('id')).map(row => row.id));
  }
  const rows = new Map<string, FindingRow>();
  for (let start = 0; start < ids.length; start += LOOKUP) {
    const found = await knex<FindingRow>('findings')
      .whereIn('id', ids.slice(start, start + LOOKUP))
      .select('*');
    for (const row of found) rows.set(row.id, row);
  }
  return ids.flatMap(id => rows.get(id) ?? []);
}

/** @param atMost - undefined is returned when there are more */
export async function countFindings(
  knex: Knex,
  narrow: Narrow,
  filter: FindingFilter,
  atMost?: number,
): Promise<number | undefined> {
  const query = knex('findings');
  narrow(query);
  whereFilter(query, filter);
  if (atMost === undefined) {
    const [{ total }] = await query.count({ total: '*' });
    return Number(total);
  }
  const counted = query
    .select('id')
    .limit(atMost + 1)
    .as('counted');
  const [{ total }] = await knex.from(counted).count({ total: '*' });
  return Number(total) > atMost ? undefined : Number(total);
}

export function inFabric(fabric: string): Narrow {
  return query => void query.where({ fabric });
}

export function inFabrics(
  knex: Knex,
  { criteria, fabric, environment, owner }: FabricChoice,
): Narrow {
  return query => {
    const names = knex('fabrics').select('name').where('enabled', true);
    if (environment !== undefined) names.where({ environment });
    if (owner !== undefined) names.where({ owner });
    if (fabric !== undefined) {
      names.where('name', fabric);
      query.where({ fabric });
    }
    whereCriteria(names, criteria);
    // Not the bare column: an index by fabric would have all of their findings sorted for each page
    query.whereRaw(`coalesce(findings.fabric, '') in (?)`, [names]);
  };
}

function whereFilter(query: Knex.QueryBuilder, filter: FindingFilter): void {
  const { status, severity, type, kind, text, until } = filter;
  if (status) query.where({ status });
  if (severity) query.where('severity_rank', severityRank(severity));
  if (type) query.where({ type });
  if (kind) query.where({ kind });
  if (until) query.where('first_seen', '<=', until);
  if (text) {
    query.whereRaw(`lower(name) like ? escape '!'`, [
      `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`,
    ]);
  }
}

/** What comes after a position, in ranges that each are one stretch of the index. */
function partsAfter(after: FindingPosition | undefined): Narrow[] {
  if (!after) return [() => {}];
  const { rank, firstSeen, id } = after;
  return [
    query =>
      void query
        .where('severity_rank', rank)
        .where('first_seen', firstSeen)
        .where('id', '>', id),
    query =>
      void query
        .where('severity_rank', rank)
        .where('first_seen', '<', firstSeen),
    query => void query.where('severity_rank', '>', rank),
  ];
}
