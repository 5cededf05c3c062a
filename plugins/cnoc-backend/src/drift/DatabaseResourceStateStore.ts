import type { Resource } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import type { Fence } from '../fabrics/Fence';
import { resourceKey } from './resourceKey';
import type { ResourceCounts, ResourceStateStore } from './ResourceStateStore';
import { needOf } from './severityRank';
import {
  WrittenStates,
  type CountedVerdict,
  type WrittenState,
} from './WrittenStates';

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

const BATCH = 50;
const LOOKUP = 200;

export class DatabaseResourceStateStore implements ResourceStateStore {
  readonly #knex: Knex;
  /** What was written last, under each lease: a replica that lost it in between knows nothing for sure */
  readonly #written = new WeakMap<Fence, Map<string, WrittenStates>>();

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseResourceStateStore {
    return new DatabaseResourceStateStore(options.database);
  }

  write: ResourceStateStore['write'] = async (fabric, at, verdicts, fence) => {
    const known = this.#written.get(fence)?.get(fabric);
    if (known && isNothing(known.compare(verdicts))) return false;
    try {
      return await this.#write(fabric, at, verdicts, fence);
    } catch (error) {
      // What of it was written is read anew
      this.#written.get(fence)?.delete(fabric);
      throw error;
    }
  };

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

  async #write(
    fabric: string,
    at: Date,
    verdicts: readonly CountedVerdict[],
    fence: Fence,
  ): Promise<boolean> {
    const { known, written, gone } = await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      const states =
        this.#written.get(fence)?.get(fabric) ?? (await readStates(tx, fabric));
      const changes = states.compare(verdicts);
      const rows = changes.changed.map(({ verdict, hash, before }) => ({
        verdict,
        row: {
          ...rowOf(fabric, verdict, hash),
          ...agesOf(verdict, before, at),
        },
      }));
      for (let start = 0; start < rows.length; start += BATCH) {
        await tx('resource_states')
          .insert(rows.slice(start, start + BATCH).map(one => one.row))
          .onConflict(['fabric', 'kind', 'name'])
          .merge();
      }
      for (const { kind, name } of changes.gone) {
        await tx('resource_states').where({ fabric, kind, name }).delete();
      }
      return { known: states, written: rows, gone: changes.gone };
    });
    known.keep(
      written.map(({ verdict, row }) => writtenOf(row, verdict)),
      gone,
    );
    this.#remember(fabric, known, fence);
    return written.length + gone.length > 0;
  }

  #remember(fabric: string, states: WrittenStates, fence: Fence): void {
    const fabrics = this.#written.get(fence);
    if (fabrics) fabrics.set(fabric, states);
    else this.#written.set(fence, new Map([[fabric, states]]));
  }
}

async function readStates(
  tx: Knex.Transaction,
  fabric: string,
): Promise<WrittenStates> {
  return WrittenStates.of(
    await tx('resource_states')
      .where({ fabric })
      .select('kind', 'name', 'hash', 'state', 'since', 'lag_since'),
  );
}

function isNothing({
  changed,
  gone,
}: ReturnType<WrittenStates['compare']>): boolean {
  return changed.length + gone.length === 0;
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

function rowOf(fabric: string, verdict: CountedVerdict, hash: string) {
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

function writtenOf(
  row: Omit<WrittenState, 'verdict'>,
  verdict: CountedVerdict,
): WrittenState {
  const { kind, name, hash, state, since, lag_since } = row;
  return { kind, name, hash, state, since, lag_since, verdict };
}

function agesOf(
  verdict: CountedVerdict,
  before: WrittenState | undefined,
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
