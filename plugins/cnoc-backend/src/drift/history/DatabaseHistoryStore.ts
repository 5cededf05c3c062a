import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';
import { printYaml } from '@cnoc/hedgehog';
import type { Knex } from 'knex';
import type {
  HistoryStore,
  NewMoment,
  Side,
  SideValue,
  ValueAges,
} from './HistoryStore';

interface MomentRow {
  id: number | string;
  kind: string;
  name: string;
  side: Side;
  at: string;
  hash: string | null;
  uid: string | null;
  commit: string | null;
  changed_by: string | null;
}

/** Moments that are kept for each side of a resource. */
const KEPT = 50;
const BATCH = 80;
/** Forgotten in one go. */
const MAX_TRIMMED = 500;

export class DatabaseHistoryStore implements HistoryStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseHistoryStore {
    return new DatabaseHistoryStore(options.database);
  }

  latest: HistoryStore['latest'] = async fabric => {
    const rows: MomentRow[] = await this.#knex('resource_moments')
      .where({ fabric, latest: true })
      .select('kind', 'name', 'side', 'hash', 'uid');
    return rows.map(row => ({
      kind: row.kind,
      name: row.name,
      side: row.side,
      hash: row.hash ?? undefined,
      uid: row.uid ?? undefined,
    }));
  };

  write: HistoryStore['write'] = async (fabric, at, moments, fence) => {
    if (moments.length === 0) return;
    const time = at.toISOString();
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      await insertContents(tx, fabric, moments);
      const known = moments.filter(one => !one.isFirst);
      for (const [{ kind, side }, names] of byKindAndSide(known)) {
        await tx('resource_moments')
          .where({ fabric, kind, side, latest: true })
          .whereIn('name', names)
          .update({ latest: false });
      }
      await tx.batchInsert(
        'resource_moments',
        moments.map(one => ({
          fabric,
          kind: one.kind,
          name: one.name,
          side: one.side,
          at: time,
          hash: one.hash ?? null,
          uid: one.uid ?? null,
          latest: true,
          commit: one.commit ? JSON.stringify(one.commit) : null,
          changed_by: one.changedBy ? JSON.stringify(one.changedBy) : null,
        })),
        BATCH,
      );
      for (const [{ kind, side }, names] of byKindAndSide(known)) {
        await forgetOldest(tx, { fabric, kind, side }, names);
      }
    });
  };

  page: HistoryStore['page'] = async (fabric, { kind, name }, options) => {
    const query = this.#knex('resource_moments')
      .leftJoin('resource_contents', join =>
        join
          .on('resource_contents.fabric', 'resource_moments.fabric')
          .on('resource_contents.hash', 'resource_moments.hash'),
      )
      .where({
        'resource_moments.fabric': fabric,
        'resource_moments.kind': kind,
        'resource_moments.name': name,
      })
      .orderBy('resource_moments.id', 'desc')
      .limit(options.limit);
    if (options.before !== undefined) {
      query.where('resource_moments.id', '<', options.before);
    }
    const rows: (MomentRow & { content: string | null })[] = await query.select(
      'resource_moments.*',
      'resource_contents.content',
    );
    return rows.map(row => ({ id: Number(row.id), moment: momentOf(row) }));
  };

  ages: HistoryStore['ages'] = async (fabric, { kind, name }) => {
    const rows: MomentRow[] = await this.#knex('resource_moments')
      .where({ fabric, kind, name, latest: true })
      .select('side', 'at', 'commit');
    const ages: ValueAges = {};
    for (const { side, at, commit } of rows) {
      if (side === 'cluster') ages.cluster = { at };
      else ages.git = { at, commit: commit ? JSON.parse(commit) : undefined };
    }
    return ages;
  };

  trim: HistoryStore['trim'] = async (fabric, goneBefore, fence) => {
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      const gone: SideValue[] = await tx('resource_moments')
        .where({ fabric, latest: true })
        .whereNull('hash')
        .where('at', '<', goneBefore.toISOString())
        .limit(MAX_TRIMMED)
        .select('kind', 'name', 'side');
      for (const { kind, name, side } of gone) {
        await forget(tx, fabric, query =>
          query.where({ fabric, kind, name, side }),
        );
      }
    });
  };
}

async function insertContents(
  tx: Knex.Transaction,
  fabric: string,
  moments: readonly NewMoment[],
): Promise<void> {
  const contents = new Map(
    moments.flatMap(({ hash, canonical }) =>
      hash && canonical ? [[hash, canonical] as const] : [],
    ),
  );
  const rows = [...contents].map(([hash, canonical]) => ({
    fabric,
    hash,
    content: JSON.stringify(canonical),
  }));
  for (let start = 0; start < rows.length; start += BATCH) {
    await tx('resource_contents')
      .insert(rows.slice(start, start + BATCH))
      .onConflict(['fabric', 'hash'])
      .ignore();
  }
}

/** Names in slices, by kind and side. */
function byKindAndSide(
  moments: readonly NewMoment[],
): [{ kind: string; side: Side }, string[]][] {
  const groups = new Map<string, NewMoment[]>();
  for (const one of moments) {
    const key = `${one.side}/${one.kind}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap(group => {
    const slices: [{ kind: string; side: Side }, string[]][] = [];
    for (let start = 0; start < group.length; start += BATCH) {
      const slice = group.slice(start, start + BATCH);
      slices.push([slice[0], slice.map(one => one.name)]);
    }
    return slices;
  });
}

async function forgetOldest(
  tx: Knex.Transaction,
  where: { fabric: string; kind: string; side: Side },
  names: string[],
): Promise<void> {
  const full: { name: string }[] = await tx('resource_moments')
    .where(where)
    .whereIn('name', names)
    .groupBy('name')
    .havingRaw('count(*) > ?', [KEPT])
    .select('name');
  for (const { name } of full) {
    const oldest = await tx('resource_moments')
      .where({ ...where, name })
      .orderBy('id', 'desc')
      .offset(KEPT)
      .first('id');
    await forget(tx, where.fabric, query =>
      query.where({ ...where, name }).where('id', '<=', oldest.id),
    );
  }
}

/** Deletes moments, and contents that no other moment has. */
async function forget(
  tx: Knex.Transaction,
  fabric: string,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<void> {
  const rows: { hash: string | null }[] = await narrow(
    tx('resource_moments'),
  ).distinct('hash');
  await narrow(tx('resource_moments')).delete();
  const hashes = rows.flatMap(({ hash }) => hash ?? []);
  await tx('resource_contents')
    .where({ fabric })
    .whereIn('hash', hashes)
    .whereNotExists(
      tx('resource_moments')
        .where({ fabric })
        .whereRaw('resource_moments.hash = resource_contents.hash')
        .select('id'),
    )
    .delete();
}

function momentOf(row: MomentRow & { content: string | null }): ResourceMoment {
  const changedBy: ResourceMoment['changedBy'] = row.changed_by
    ? JSON.parse(row.changed_by)
    : undefined;
  return {
    at: row.at,
    side: row.side,
    present: row.hash !== null,
    yaml: row.content ? printYaml(JSON.parse(row.content)) : undefined,
    commit: row.commit ? JSON.parse(row.commit) : undefined,
    changedBy,
    deployment: changedBy?.deployment,
  };
}
