import type { Knex } from 'knex';
import { databaseTime } from '../fabrics/databaseTime';
import type {
  KeyRotationStore,
  RotationProgress,
  SealedColumn,
  SealedRow,
} from './KeyRotationStore';

interface Row {
  id: string;
  state: RotationProgress['state'];
  total: number;
  done: number;
  failed: string;
  started_at: string;
  finished_at: string | null;
  started_by: string | null;
  holder: string | null;
  held_until: number | string;
}

const CURRENT = { id: 'current' };

export class DatabaseKeyRotationStore implements KeyRotationStore {
  readonly #knex: Knex;
  readonly #columns: readonly SealedColumn[];
  readonly #now: string;

  private constructor(knex: Knex, columns: readonly SealedColumn[]) {
    this.#knex = knex;
    this.#columns = columns;
    this.#now = databaseTime(knex);
  }

  /** @param options - `columns`: every column of the database that holds sealed values */
  static create(options: {
    database: Knex;
    columns: readonly SealedColumn[];
  }): DatabaseKeyRotationStore {
    return new DatabaseKeyRotationStore(options.database, options.columns);
  }

  rows: KeyRotationStore['rows'] = async () => {
    const found: SealedRow[] = [];
    for (const column of this.#columns) {
      const rows = await this.#knex(column.table)
        .whereNotNull(column.column)
        .orderBy(column.row)
        .select({ name: column.row, sealed: column.column });
      found.push(...rows.map(row => ({ column, ...row })));
    }
    return found;
  };

  swap: KeyRotationStore['swap'] = async (row, sealed) => {
    const { table, column, row: key } = row.column;
    const swapped = await this.#knex(table)
      .where({ [key]: row.name, [column]: row.sealed })
      .update({ [column]: sealed });
    return swapped > 0;
  };

  progress: KeyRotationStore['progress'] = async () => {
    const row = await this.#knex<Row>('key_rotations').where(CURRENT).first();
    if (!row) return { state: 'idle', total: 0, done: 0, failed: [] };
    return {
      state: row.state,
      total: row.total,
      done: row.done,
      failed: JSON.parse(row.failed),
      startedAt: row.started_at,
      finishedAt: row.finished_at ?? undefined,
      startedBy: row.started_by ?? undefined,
    };
  };

  begin: KeyRotationStore['begin'] = async ({ at, by, total }) => {
    const row = {
      state: 'running' as const,
      total,
      done: 0,
      failed: '[]',
      started_at: at,
      finished_at: null,
      started_by: by ?? null,
      holder: null,
      held_until: 0,
    };
    const inserted = await this.#knex<Row>('key_rotations')
      .insert({ ...CURRENT, ...row })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (inserted.length > 0) return true;
    const restarted = await this.#knex<Row>('key_rotations')
      .where(CURRENT)
      .whereNot('state', 'running')
      .update(row);
    return restarted > 0;
  };

  claim: KeyRotationStore['claim'] = async (holder, ttlMs) => {
    const claimed = await this.#knex<Row>('key_rotations')
      .where({ ...CURRENT, state: 'running' })
      .whereRaw(`held_until < ${this.#now}`)
      .update({ holder, held_until: this.#until(ttlMs) });
    return claimed > 0;
  };

  save: KeyRotationStore['save'] = async (holder, progress, ttlMs) => {
    const saved = await this.#knex<Row>('key_rotations')
      .where({ ...CURRENT, state: 'running', holder })
      .update({
        done: progress.done,
        total: progress.total,
        failed: JSON.stringify(progress.failed),
        held_until: this.#until(ttlMs),
      });
    return saved > 0;
  };

  finish: KeyRotationStore['finish'] = async (holder, { state, at }) => {
    await this.#knex<Row>('key_rotations')
      .where({ ...CURRENT, state: 'running', holder })
      .update({ state, finished_at: at, held_until: 0 });
  };

  // knex types a raw expression apart from the column's own type
  #until(ttlMs: number): number {
    return this.#knex.raw(`${this.#now} + ?`, [ttlMs]) as unknown as number;
  }
}
