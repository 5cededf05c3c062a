import type {
  IgnoreRule,
  SeverityCounts,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import { databaseTime } from '../../fabrics/databaseTime';
import type { IgnoreRuleStore } from './IgnoreRuleStore';

interface RuleRow {
  id: string;
  fabric: string;
  path: string;
  kind: string | null;
  name: string | null;
  manager: string | null;
  reason: string;
  until: string | null;
  until_ms: number | string | null;
  created_at: string;
  created_by: string;
  hides: string;
  once_key: string | null;
  once_digest: string | null;
}

const NOTHING: SeverityCounts = { critical: 0, warning: 0, info: 0 };

export class DatabaseIgnoreRuleStore implements IgnoreRuleStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseIgnoreRuleStore {
    return new DatabaseIgnoreRuleStore(options.database);
  }

  list: IgnoreRuleStore['list'] = async fabric =>
    (await this.#rows(fabric)).map(ruleOf);

  current: IgnoreRuleStore['current'] = async fabric => {
    const rows = (await this.#rows(fabric).select(
      '*',
      this.#knex.raw(
        `(until_ms is not null and until_ms <= ${databaseTime(
          this.#knex,
        )}) as ended`,
      ),
    )) as unknown as (RuleRow & { ended: boolean | number | null })[];
    return {
      active: rows.filter(row => !row.ended).map(ruleOf),
      ended: rows.filter(row => row.ended).map(ruleOf),
    };
  };

  get: IgnoreRuleStore['get'] = async (fabric, id) => {
    const row = await this.#rows(fabric).where({ id }).first();
    return row && ruleOf(row);
  };

  once: IgnoreRuleStore['once'] = async (fabric, createdBy, key) => {
    const row = await this.#rows(fabric)
      .where({ created_by: createdBy, once_key: key })
      .first();
    return row && { rule: ruleOf(row), digest: row.once_digest ?? '' };
  };

  insert: IgnoreRuleStore['insert'] = async (fabric, rule, options) => {
    const { atMost, once } = options;
    return this.#knex.transaction(async tx => {
      // Two requests at once could else both find room for one more
      const fabricRow = tx('fabrics').where('name', fabric);
      await (isSqlite(tx) ? fabricRow : fabricRow.forNoKeyUpdate()).first(
        'name',
      );
      const [{ total }] = await tx('ignore_rules')
        .where({ fabric })
        .count({ total: '*' });
      if (Number(total) >= atMost) return false;
      await tx('ignore_rules').insert({
        id: rule.id,
        fabric,
        path: rule.path,
        kind: rule.kind ?? null,
        name: rule.name ?? null,
        manager: rule.manager ?? null,
        reason: rule.reason,
        until: rule.until ?? null,
        until_ms: rule.until ? Date.parse(rule.until) : null,
        created_at: rule.createdAt,
        created_by: rule.createdBy,
        hides: JSON.stringify(NOTHING),
        once_key: once?.key ?? null,
        once_digest: once?.digest ?? null,
      });
      return true;
    });
  };

  remove: IgnoreRuleStore['remove'] = async (fabric, id) =>
    (await this.#knex('ignore_rules').where({ fabric, id }).delete()) > 0;

  keep: IgnoreRuleStore['keep'] = async (fabric, change, fence) => {
    const { hidden, active, ended } = change;
    const changed = active.flatMap(rule => {
      const counts = hidden.get(rule.id) ?? NOTHING;
      return isSame(counts, rule.hidden ?? NOTHING)
        ? []
        : [{ id: rule.id, counts }];
    });
    if (changed.length + ended.length === 0) return;
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      for (const { id, counts } of changed) {
        await tx('ignore_rules')
          .where({ fabric, id })
          .update({ hides: JSON.stringify(counts) });
      }
      await tx('ignore_rules')
        .where({ fabric })
        .whereIn(
          'id',
          ended.map(rule => rule.id),
        )
        .delete();
    });
  };

  #rows(fabric: string) {
    return this.#knex<RuleRow>('ignore_rules')
      .where({ fabric })
      .orderBy(['created_at', 'id']);
  }
}

function ruleOf(row: RuleRow): IgnoreRule {
  const hidden: SeverityCounts = JSON.parse(row.hides);
  return {
    id: row.id,
    path: row.path,
    kind: row.kind ?? undefined,
    name: row.name ?? undefined,
    manager: row.manager ?? undefined,
    reason: row.reason,
    until: row.until ?? undefined,
    createdAt: row.created_at,
    createdBy: row.created_by,
    hides: hidden.critical + hidden.warning + hidden.info,
    hidden,
  };
}

function isSame(a: SeverityCounts, b: SeverityCounts): boolean {
  return (
    a.critical === b.critical && a.warning === b.warning && a.info === b.info
  );
}

function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}
