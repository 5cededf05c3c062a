import type { Knex } from 'knex';
import { databaseTime } from '../../fabrics/databaseTime';
import { activityOf, type ActivityRow } from '../DatabaseActivityStore';
import type { Notice, TellingLine } from './Notice';
import type { ClaimedNotice, NoticeStore } from './NoticeStore';

interface NoticeRow {
  fabric: string;
  scope: string;
  severity: Notice['severity'];
  title: string;
  description: string;
  link: string;
  state: Notice['state'];
  findings: number;
  sent: boolean | number;
  attempts: number;
  version: number | string;
  due_at: number | string | null;
}

const MAX_LINES = 2_000;
const MAX_FABRICS = 100;
const MAX_CLAIMED = 50;
/** Open notifications of a fabric that are remembered; the oldest go first */
const MAX_NOTICES = 200;
/** After this, whoever claimed one is taken for dead */
const CLAIMED_MS = 60_000;

export class DatabaseNoticeStore implements NoticeStore {
  readonly #knex: Knex;
  readonly #now: string;

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#now = databaseTime(knex);
  }

  static create(options: { database: Knex }): DatabaseNoticeStore {
    return new DatabaseNoticeStore(options.database);
  }

  waiting: NoticeStore['waiting'] = async () => {
    const rows = await this.#knex('activity_heads')
      .whereRaw('last > told')
      .limit(MAX_FABRICS)
      .select('fabric');
    return rows.map(row => row.fabric);
  };

  fold: NoticeStore['fold'] = (fabric, work) =>
    this.#knex.transaction(async tx => {
      // Locks the fabric's row: another process waits here, and then finds the lines told
      await tx('activity_heads')
        .where({ fabric })
        .update({ told: tx.ref('told') });
      const head = await tx('activity_heads').where({ fabric }).first();
      if (!head) return 0;
      const rows = await tx<ActivityRow>('activity')
        .where({ fabric })
        .where('id', '>', head.told)
        .orderBy('id')
        .limit(MAX_LINES);
      if (rows.length === 0) return 0;
      const known = await tx<NoticeRow>('notices')
        .where({ fabric })
        .orderBy('changed_at');
      const now = await this.#time(tx);
      const told = await work(
        {
          notices: known.map(noticeOf),
          wave: head.wave ? JSON.parse(head.wave) : undefined,
        },
        rows.map(lineOf),
        now,
      );
      await this.#write(tx, fabric, known, told.notices, now);
      await tx('activity_heads')
        .where({ fabric })
        .update({
          told: rows.at(-1)!.id,
          wave: told.wave ? JSON.stringify(told.wave) : null,
        });
      return rows.length;
    });

  claim: NoticeStore['claim'] = async () => {
    const due = await this.#knex<NoticeRow>('notices')
      .whereRaw(`due_at <= ${this.#now}`)
      .orderBy('due_at')
      .limit(MAX_CLAIMED);
    const claimed: ClaimedNotice[] = [];
    for (const row of due) {
      const version = Number(row.version) + 1;
      const taken = await this.#knex('notices')
        .where({ fabric: row.fabric, scope: row.scope, version: row.version })
        .update({
          version,
          due_at: this.#knex.raw(`${this.#now} + ?`, [CLAIMED_MS]),
        });
      if (taken === 0) continue;
      const { fabric, attempts } = row;
      claimed.push({ ...noticeOf(row), fabric, attempts, version });
    }
    return claimed;
  };

  sent: NoticeStore['sent'] = async notice => {
    // Whatever changed meanwhile is due by itself
    await this.#knex('notices')
      .where({ fabric: notice.fabric, scope: notice.scope })
      .update({ sent: true, attempts: 0 });
    if (notice.state === 'resolved') {
      await this.#row(notice).delete();
    } else {
      await this.#row(notice).update({ due_at: null });
    }
  };

  failed: NoticeStore['failed'] = async (notice, afterMs) => {
    await this.#row(notice).update({
      attempts: notice.attempts + 1,
      due_at: this.#knex.raw(`${this.#now} + ?`, [afterMs]),
    });
  };

  drop: NoticeStore['drop'] = async notice => {
    await this.#row(notice).delete();
  };

  #row({ fabric, scope, version }: ClaimedNotice) {
    return this.#knex('notices').where({ fabric, scope, version });
  }

  async #time(tx: Knex.Transaction): Promise<number> {
    const row = await tx('activity_heads').first(tx.raw(`${this.#now} as now`));
    return Number(row.now);
  }

  async #write(
    tx: Knex.Transaction,
    fabric: string,
    known: NoticeRow[],
    notices: Notice[],
    now: number,
  ): Promise<void> {
    const kept = notices.slice(-MAX_NOTICES);
    const before = new Map(known.map(row => [row.scope, row]));
    for (const notice of kept) {
      const row = before.get(notice.scope);
      before.delete(notice.scope);
      if (row && JSON.stringify(noticeOf(row)) === JSON.stringify(notice)) {
        continue;
      }
      const written = {
        ...rowOf(fabric, notice),
        // A new matter, or new words: earlier failures say nothing about it
        attempts: 0,
        version: Number(row?.version ?? 0) + 1,
        changed_at: now,
      };
      await tx('notices')
        .insert(written)
        .onConflict(['fabric', 'scope'])
        .merge(written);
    }
    for (const scope of before.keys()) {
      await tx('notices').where({ fabric, scope }).delete();
    }
  }
}

function rowOf(fabric: string, notice: Notice) {
  return {
    fabric,
    scope: notice.scope,
    severity: notice.severity,
    title: notice.title,
    description: notice.description,
    link: notice.link,
    state: notice.state,
    findings: notice.findings,
    sent: notice.sent,
    due_at: notice.dueAt ?? null,
  };
}

function noticeOf(row: NoticeRow): Notice {
  return {
    scope: row.scope,
    severity: row.severity,
    title: row.title,
    description: row.description,
    link: row.link,
    state: row.state,
    findings: row.findings,
    sent: Boolean(row.sent),
    ...(row.due_at !== null && { dueAt: Number(row.due_at) }),
  };
}

function lineOf(row: ActivityRow): TellingLine {
  return {
    ...activityOf(row),
    tally: row.tally ? JSON.parse(row.tally) : undefined,
  };
}
