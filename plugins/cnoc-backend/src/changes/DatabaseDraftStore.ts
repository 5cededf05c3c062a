import type { Knex } from 'knex';
import { changedMeanwhile } from '../fabrics/etag';
import type { DraftStore, DraftWrite } from './DraftStore';
import type { StoredDraft } from './StoredDraft';

interface DraftRow {
  fabric: string;
  kind: string;
  name: string;
  action: StoredDraft['action'];
  yaml: string | null;
  file: string | null;
  base_yaml: string | null;
  base_commit: string | null;
  version: string;
  updated_at: string;
  updated_by: string;
}

const rowsAtOnce = 50;

export class DatabaseDraftStore implements DraftStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseDraftStore {
    return new DatabaseDraftStore(options.database);
  }

  list: DraftStore['list'] = async fabric => {
    const rows = await this.#knex<DraftRow>('drafts').where({ fabric });
    // Sorted here: databases order text by their own rules
    return rows.map(draftOf).sort(byKindAndName);
  };

  count: DraftStore['count'] = async fabric => {
    const [{ total }] = await this.#knex('drafts')
      .where({ fabric })
      .count({ total: '*' });
    return Number(total);
  };

  get: DraftStore['get'] = async (fabric, { kind, name }) => {
    const row = await this.#knex<DraftRow>('drafts')
      .where({ fabric, kind, name })
      .first();
    return row && draftOf(row);
  };

  save: DraftStore['save'] = async (fabric, writes) => {
    await this.#knex.transaction(async tx => {
      for (const write of writes.filter(({ replaces }) => replaces)) {
        await replace(tx, fabric, write);
      }
      const fresh = writes.filter(({ replaces }) => !replaces);
      for (let from = 0; from < fresh.length; from += rowsAtOnce) {
        const rows = fresh
          .slice(from, from + rowsAtOnce)
          .map(({ draft }) => rowOf(fabric, draft));
        const taken = await tx('drafts')
          .insert(rows)
          .onConflict(['fabric', 'kind', 'name'])
          .ignore()
          .returning('name');
        if (taken.length < rows.length) throw changedMeanwhile();
      }
    });
  };

  remove: DraftStore['remove'] = async (fabric, drafts) => {
    return this.#knex.transaction(async tx => {
      let removed = 0;
      for (const { kind, name, version } of drafts) {
        removed += await tx('drafts')
          .where({ fabric, kind, name, version })
          .delete();
      }
      return removed;
    });
  };

  clear: DraftStore['clear'] = fabric =>
    this.#knex('drafts').where({ fabric }).delete();
}

async function replace(
  tx: Knex.Transaction,
  fabric: string,
  { draft, replaces }: DraftWrite,
): Promise<void> {
  const { kind, name } = draft;
  const updated = await tx('drafts')
    .where({ fabric, kind, name, version: replaces })
    .update(rowOf(fabric, draft));
  if (updated === 0) throw changedMeanwhile();
}

function byKindAndName(a: StoredDraft, b: StoredDraft): number {
  const [one, two] = a.kind === b.kind ? [a.name, b.name] : [a.kind, b.kind];
  return one < two ? -1 : Number(one > two);
}

function rowOf(fabric: string, draft: StoredDraft): DraftRow {
  return {
    fabric,
    kind: draft.kind,
    name: draft.name,
    action: draft.action,
    yaml: draft.yaml ?? null,
    file: draft.file ?? null,
    base_yaml: draft.base?.yaml ?? null,
    base_commit: draft.base?.commit ?? null,
    version: draft.version,
    updated_at: draft.updatedAt,
    updated_by: draft.updatedBy,
  };
}

function draftOf(row: DraftRow): StoredDraft {
  return {
    kind: row.kind,
    name: row.name,
    action: row.action,
    yaml: row.yaml ?? undefined,
    file: row.file ?? undefined,
    base:
      row.base_yaml === null
        ? undefined
        : { yaml: row.base_yaml, commit: row.base_commit ?? undefined },
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
