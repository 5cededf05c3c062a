import type { Resource } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import { hashOfVerdict, type ResourceVerdict } from './compareFabric';
import { resourceKey } from './resourceKey';
import type { ResourceCounts, ResourceStateStore } from './ResourceStateStore';
import { needOf } from './severityRank';

interface StateRow {
  kind: string;
  name: string;
  state: Resource['state'];
  severity: Resource['severity'] | null;
  reason: string | null;
  lag: boolean | number;
  since: string | null;
  lag_since: string | null;
  file: string | null;
  line: number | null;
  commit_sha: string | null;
  facts: string;
  depends_on: string;
  findings: number;
  need: number;
}

/** What a check needs to know of a row. */
type KnownRow = Pick<
  StateRow,
  'kind' | 'name' | 'state' | 'since' | 'lag_since'
> & { hash: string };

const BATCH = 50;
const LOOKUP = 200;

export class DatabaseResourceStateStore implements ResourceStateStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseResourceStateStore {
    return new DatabaseResourceStateStore(options.database);
  }

  write: ResourceStateStore['write'] = async (fabric, at, verdicts, fence) =>
    this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      const known = new Map<string, KnownRow>();
      const rows: KnownRow[] = await tx('resource_states')
        .where({ fabric })
        .select('kind', 'name', 'hash', 'state', 'since', 'lag_since');
      for (const row of rows) known.set(resourceKey(row), row);
      const changed: (ReturnType<typeof rowOf> & ReturnType<typeof agesOf>)[] =
        [];
      for (const verdict of verdicts) {
        const key = resourceKey(verdict);
        const hash = `${hashOfVerdict(verdict)}.${verdict.findings}`;
        const before = known.get(key);
        if (before?.hash !== hash) {
          changed.push({
            ...rowOf(fabric, verdict, hash),
            ...agesOf(verdict, before, at),
          });
        }
        known.delete(key);
      }
      for (let start = 0; start < changed.length; start += BATCH) {
        await tx('resource_states')
          .insert(changed.slice(start, start + BATCH))
          .onConflict(['fabric', 'kind', 'name'])
          .merge();
      }
      for (const key of known.keys()) {
        const slash = key.indexOf('/');
        await tx('resource_states')
          .where({
            fabric,
            kind: key.slice(0, slash),
            name: key.slice(slash + 1),
          })
          .delete();
      }
      return changed.length + known.size > 0;
    });

  page: ResourceStateStore['page'] = async (fabric, options) => {
    const { kind, state, severity, text, sort, after, limit } = options;
    const filtered = (): Knex.QueryBuilder => {
      const query = this.#knex('resource_states').where({ fabric });
      if (kind) query.where({ kind });
      if (state) query.where({ state });
      if (severity) query.where({ severity });
      if (text) {
        query.whereRaw(`lower(name) like ? escape '!'`, [
          `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`,
        ]);
      }
      return query;
    };
    const query = filtered().limit(limit);
    if (sort === 'need') query.orderBy('need');
    query.orderBy('kind').orderBy('name');
    if (after) {
      const later = (inner: Knex.QueryBuilder) =>
        inner.where((place: Knex.QueryBuilder) =>
          place
            .where('kind', '>', after.kind)
            .orWhere(same =>
              same.where('kind', after.kind).where('name', '>', after.name),
            ),
        );
      if (sort === 'need') {
        query.where(place =>
          place
            .where('need', '>', after.need)
            .orWhere(same => later(same.where('need', after.need))),
        );
      } else {
        later(query);
      }
    }
    const rows: StateRow[] = await query.select();
    const [{ total }] = await filtered().count({ total: '*' });
    return {
      items: rows.map(resourceOf),
      total: Number(total),
      positions: rows.map(row => ({
        need: row.need,
        kind: row.kind,
        name: row.name,
      })),
    };
  };

  kinds: ResourceStateStore['kinds'] = async fabric => {
    const rows: Record<string, unknown>[] = await this.#knex('resource_states')
      .where({ fabric })
      .groupBy('kind')
      .orderBy('kind')
      .select('kind')
      .count({ total: '*' })
      .sum({
        differing: this.#knex.raw(
          `case when state in ('synced', 'pending', 'unknown') then 0 else 1 end`,
        ),
      });
    return rows.map(row => ({
      kind: String(row.kind),
      total: Number(row.total),
      differing: Number(row.differing),
    }));
  };

  get: ResourceStateStore['get'] = async (fabric, kind, name) => {
    const row = await this.#knex('resource_states')
      .where({ fabric, kind, name })
      .first();
    return row && { ...resourceOf(row), lagSince: row.lag_since ?? undefined };
  };

  states: ResourceStateStore['states'] = async (fabric, resources) => {
    const result = new Map<string, Resource['state']>();
    const wanted = new Set(resources.map(resourceKey));
    const names = [...new Set(resources.map(one => one.name))];
    for (let start = 0; start < names.length; start += LOOKUP) {
      const rows: StateRow[] = await this.#knex('resource_states')
        .where({ fabric })
        .whereIn('name', names.slice(start, start + LOOKUP))
        .select('kind', 'name', 'state');
      for (const row of rows) {
        if (wanted.has(resourceKey(row))) {
          result.set(resourceKey(row), row.state);
        }
      }
    }
    return result;
  };

  counts: ResourceStateStore['counts'] = async fabrics => {
    const result = new Map(fabrics.map(fabric => [fabric, noResources()]));
    const rows: Record<string, unknown>[] = await this.#knex('resource_states')
      .whereIn('fabric', fabrics)
      .groupBy('fabric', 'state', 'in_git', 'in_cluster')
      .select('fabric', 'state', 'in_git', 'in_cluster')
      .count({ total: '*' })
      // Only of what lags is there a time
      .count({ lagging: 'lag_since' })
      .min({ lag_since: 'lag_since' });
    for (const row of rows) {
      const counts = result.get(String(row.fabric))!;
      const total = Number(row.total);
      counts.total += total;
      counts[row.state as 'synced'] += total;
      if (row.in_git) counts.inGit += total;
      if (row.in_cluster) counts.inCluster += total;
      if (row.state === 'drifted' || row.state === 'orphaned') {
        counts.differing += total;
      }
      counts.lagging += Number(row.lagging);
      const since = row.lag_since as string | null;
      if (since && (!counts.lagSince || since < counts.lagSince)) {
        counts.lagSince = since;
      }
    }
    return result;
  };
}

export function noResources(): ResourceCounts {
  return {
    total: 0,
    synced: 0,
    drifted: 0,
    committed: 0,
    pending: 0,
    orphaned: 0,
    unknown: 0,
    inGit: 0,
    inCluster: 0,
    differing: 0,
    lagging: 0,
  };
}

function rowOf(
  fabric: string,
  verdict: ResourceVerdict & { findings: number },
  hash: string,
) {
  return {
    fabric,
    kind: verdict.kind,
    name: verdict.name,
    state: verdict.state,
    severity: verdict.severity ?? null,
    reason: verdict.reason ?? null,
    rule: verdict.rule ?? null,
    lag: verdict.lag,
    file: verdict.file ?? null,
    line: verdict.line ?? null,
    commit_sha: verdict.commit ?? null,
    in_git: verdict.inGit,
    in_cluster: verdict.inCluster,
    facts: JSON.stringify(verdict.facts),
    depends_on: JSON.stringify(verdict.dependsOn),
    findings: verdict.findings,
    need: needOf(verdict.state, verdict.severity),
    hash,
  };
}

function agesOf(
  verdict: ResourceVerdict,
  before: KnownRow | undefined,
  at: Date,
) {
  const now = at.toISOString();
  return {
    since: before?.state === verdict.state ? before.since : now,
    lag_since: verdict.lag ? before?.lag_since ?? now : null,
  };
}

function resourceOf(row: StateRow): Resource {
  return {
    kind: row.kind,
    name: row.name,
    state: row.state,
    severity: row.severity ?? undefined,
    reason: row.reason ?? undefined,
    lag: row.lag ? true : undefined,
    since: row.since ?? undefined,
    source: row.file
      ? {
          file: row.file,
          line: row.line ?? 1,
          commit: row.commit_sha ?? undefined,
        }
      : undefined,
    findings: row.findings,
    facts: JSON.parse(row.facts),
    dependsOn: JSON.parse(row.depends_on),
  };
}
