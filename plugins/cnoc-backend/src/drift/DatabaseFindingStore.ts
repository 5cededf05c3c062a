import { randomUUID } from 'node:crypto';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import { databaseTime } from '../fabrics/databaseTime';
import { newEtag } from '../fabrics/etag';
import { decideFindings } from './decideFindings';
import { addMoments, momentsOf } from './findingMoments';
import {
  countFindings,
  findingPage,
  inFabric,
  inFabrics,
} from './findingPages';
import {
  columnsOf,
  decisionOf,
  findingOf,
  type FindingRow,
} from './findingRows';
import type {
  FindingChanges,
  FindingStore,
  FindingTally,
  OpenFinding,
} from './FindingStore';

const BATCH = 100;
/** Counting more than this costs more than anybody gains by the number. */
const MAX_COUNTED = 10_000;

export class DatabaseFindingStore implements FindingStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseFindingStore {
    return new DatabaseFindingStore(options.database);
  }

  open: FindingStore['open'] = async fabric => {
    const rows: (OpenFinding & { ended: boolean | number | null })[] =
      await this.#knex('findings')
        .where({ fabric })
        .whereNot('status', 'resolved')
        .select(
          'id',
          'identity',
          'kind',
          'name',
          'type',
          'severity',
          'reason',
          'hash',
          'status',
          'etag',
          this.#ended(),
        );
    return rows.map(row => ({ ...row, ended: Boolean(row.ended) }));
  };

  resolvedSince: FindingStore['resolvedSince'] = async (
    fabric,
    since,
    identities,
  ) => {
    const wanted = new Set(identities);
    const rows: (FindingRow & { ended: boolean | number | null })[] =
      await this.#knex('findings')
        .where({ fabric, status: 'resolved' })
        .where('resolved_at', '>=', since.toISOString())
        .orderBy('resolved_at')
        .select('*', this.#ended());
    const newest = new Map(
      rows
        .filter(row => wanted.has(row.identity))
        .map(row => [row.identity, row]),
    );
    return [...newest.values()].map(row => ({
      id: row.id,
      identity: row.identity,
      kind: row.kind,
      name: row.name,
      type: row.type,
      severity: row.severity,
      reason: row.reason,
      status: decisionOf(row)?.status ?? 'open',
      ended: Boolean(row.ended),
    }));
  };

  write: FindingStore['write'] = async (fabric, at, changes, fence) => {
    const { opened, revived, changed, reopened, resolved } = changes;
    if (Object.values(changes).every(list => list.length === 0)) return;
    const time = at.toISOString();
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      const rows = opened.map(({ identity, hash, content }) => ({
        ...columnsOf(content),
        id: randomUUID(),
        fabric,
        identity,
        hash,
        status: 'open',
        first_seen: time,
        last_seen: time,
        etag: newEtag(),
      }));
      await tx.batchInsert('findings', rows, BATCH);
      for (const { id, hash, content, isOtherSeverity } of changed) {
        await tx('findings')
          .where({ id, fabric })
          .update({
            ...columnsOf(content),
            hash,
            last_seen: time,
            ...(isOtherSeverity && { etag: newEtag() }),
          });
      }
      for (const { id, hash, content, status } of revived) {
        await tx('findings')
          .where({ id, fabric })
          .update({
            ...columnsOf(content),
            hash,
            status,
            last_seen: time,
            resolved_at: null,
            etag: newEtag(),
            ...(status === 'open' && { decision: null, until_ms: null }),
          });
      }
      await writeResolved(tx, fabric, time, resolved);
      await addMoments(tx, fabric, [
        ...rows.map(({ id }) => ({ id, status: 'open' as const, at: time })),
        ...revived.map(({ id, status }) => ({ id, status, at: time })),
        ...resolved.map(({ id }) => ({
          id,
          status: 'resolved' as const,
          at: time,
        })),
        ...(await writeReopened(tx, fabric, time, reopened)),
      ]);
    });
  };

  trim: FindingStore['trim'] = async (fabric, options, fence) => {
    const { resolvedBefore, keep } = options;
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      const oldest = await tx('findings')
        .where({ fabric })
        .whereNotNull('resolved_at')
        .orderBy('resolved_at', 'desc')
        .offset(keep)
        .first('resolved_at');
      const limit = [resolvedBefore.toISOString(), oldest?.resolved_at ?? '']
        .sort()
        .at(-1)!;
      const old = () =>
        tx('findings').where({ fabric }).where('resolved_at', '<=', limit);
      await tx('finding_moments')
        .whereIn('finding', old().select('id'))
        .delete();
      await old().delete();
    });
  };

  page: FindingStore['page'] = async (fabric, options) => {
    const narrow = inFabric(fabric);
    const [rows, total] = await Promise.all([
      findingPage(this.#knex, narrow, options),
      countFindings(this.#knex, narrow, options),
    ]);
    return {
      items: rows.map(findingOf),
      total: total ?? 0,
      positions: rows.map(positionOf),
    };
  };

  pageOfAll: FindingStore['pageOfAll'] = async (choice, options) => {
    const narrow = inFabrics(this.#knex, choice);
    const [rows, total] = await Promise.all([
      findingPage(this.#knex, narrow, options),
      countFindings(this.#knex, narrow, options, MAX_COUNTED),
    ]);
    const facts = new Map<
      string,
      { environment: string | null; owner: string | null }
    >();
    const fabrics = [...new Set(rows.map(row => row.fabric))];
    for (const fabric of await this.#knex('fabrics')
      .whereIn('name', fabrics)
      .select('name', 'environment', 'owner')) {
      facts.set(fabric.name, fabric);
    }
    return {
      items: rows.map(row => ({
        ...findingOf(row),
        fabric: row.fabric,
        environment: facts.get(row.fabric)?.environment ?? undefined,
        owner: facts.get(row.fabric)?.owner ?? undefined,
      })),
      total,
      positions: rows.map(positionOf),
    };
  };

  get: FindingStore['get'] = async (fabric, id) => {
    const row = await this.#knex<FindingRow>('findings')
      .where({ fabric, id })
      .first();
    if (!row) return undefined;
    return { ...findingOf(row), history: await momentsOf(this.#knex, id) };
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

  driftSince: FindingStore['driftSince'] = async fabrics => {
    const rows: { fabric: string; since: string }[] = await this.#knex(
      'findings',
    )
      .whereIn('fabric', fabrics)
      .whereIn('status', ['open', 'acknowledged', 'suppressed'])
      .where('type', 'drift')
      .groupBy('fabric')
      .select('fabric')
      .min({ since: 'first_seen' });
    return new Map(rows.map(({ fabric, since }) => [fabric, since]));
  };

  tally: FindingStore['tally'] = async (fabrics, ages) => {
    const cases = ages.map((_, index) => `when first_seen >= ? then ${index}`);
    const age = this.#knex.raw(
      `case ${cases.join(' ')} else ${ages.length} end as age`,
      [...ages],
    );
    const rows: Record<keyof FindingTally, string | number>[] =
      await this.#knex('findings')
        .whereIn('fabric', fabrics)
        .whereIn('status', ['open', 'acknowledged', 'suppressed'])
        .groupBy('fabric', 'status', 'severity', 'age')
        .select('fabric', 'status', 'severity', age)
        .count({ count: '*' });
    return rows.map(row => ({
      fabric: String(row.fabric),
      status: row.status as FindingTally['status'],
      severity: row.severity as FindingTally['severity'],
      age: Number(row.age),
      count: Number(row.count),
    }));
  };

  decide: FindingStore['decide'] = (fabric, ids, decision, options) =>
    this.#knex.transaction(tx =>
      decideFindings(tx, { fabric, ids, decision, ...options }),
    );

  /** By the database's clock, on which all replicas agree. */
  #ended(): Knex.Raw {
    return this.#knex.raw(
      `(until_ms is not null and until_ms <= ${databaseTime(
        this.#knex,
      )}) as ended`,
    );
  }
}

async function writeResolved(
  tx: Knex.Transaction,
  fabric: string,
  time: string,
  resolved: readonly OpenFinding[],
): Promise<void> {
  for (let start = 0; start < resolved.length; start += BATCH) {
    const ids = resolved.slice(start, start + BATCH).map(one => one.id);
    await tx('findings')
      .where({ fabric })
      .whereIn('id', ids)
      .update({ status: 'resolved', resolved_at: time, etag: newEtag() });
  }
}

async function writeReopened(
  tx: Knex.Transaction,
  fabric: string,
  time: string,
  reopened: FindingChanges['reopened'],
) {
  const moments = [];
  for (const { id, cause } of reopened) {
    // Whatever a person decided since the check began stands; the next check looks again
    const count = await tx('findings')
      .where({ id, fabric })
      .whereIn('status', ['acknowledged', 'suppressed'])
      .update({
        status: 'open',
        decision: null,
        until_ms: null,
        etag: newEtag(),
      });
    if (count === 0) continue;
    moments.push({
      id,
      status: 'open' as const,
      at: time,
      reason:
        cause === 'graver'
          ? 'It has become graver'
          : 'The suppression has ended',
    });
  }
  return moments;
}

function positionOf(row: FindingRow) {
  return {
    rank: row.severity_rank,
    firstSeen: row.first_seen,
    id: row.id,
  };
}
