import type { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { DatabaseActivityStore } from './DatabaseActivityStore';

const databases = testDatabases();

describe.each(databases.eachSupportedId())('activity on %s', id => {
  let database: Knex;
  let store: DatabaseActivityStore;

  beforeEach(async () => {
    database = await databases.init(id);
    await migrateUp(database);
    store = DatabaseActivityStore.create({ database });
  });
  afterEach(() => database?.destroy());

  it('is told newest first, page by page, one fabric at a time', async () => {
    const at = new Date('2026-01-01T00:00:00Z');
    for (let index = 1; index <= 3; index++) {
      await store.append('f', at, [
        {
          type: 'finding.opened',
          message: `m${index}`,
          severity: 'warning',
          resource: { kind: 'VPC', name: 'a' },
        },
      ]);
      await store.append('g', at, [{ type: 'plan.created', message: 'other' }]);
    }
    const first = await store.page('f', { limit: 2 });
    expect(first.map(one => one.message)).toEqual(['m3', 'm2']);
    expect(first[0]).toEqual({
      id: expect.any(String),
      at: at.toISOString(),
      type: 'finding.opened',
      message: 'm3',
      severity: 'warning',
      resource: { kind: 'VPC', name: 'a' },
    });
    const rest = await store.page('f', {
      limit: 2,
      before: Number(first[1].id),
    });
    expect(rest.map(one => one.message)).toEqual(['m1']);
  });

  const plain = (message: string) => ({
    type: 'plan.created' as const,
    message,
  });

  it('goes on from behind a line, oldest first', async () => {
    await store.append('f', new Date(), ['a', 'b', 'c'].map(plain));
    await store.append('g', new Date(), [plain('other')]);
    const [first] = await store.after('f', 0, 1);
    expect(first.message).toBe('a');
    const rest = await store.after('f', Number(first.id), 10);
    expect(rest.map(one => one.message)).toEqual(['b', 'c']);
  });

  it('keeps the newest 10,000 lines of a fabric, more or less', async () => {
    const at = new Date().toISOString();
    const rows = Array.from({ length: 10_450 }, (_, index) => ({
      fabric: 'f',
      at,
      type: 'plan.created',
      message: `old ${index}`,
    }));
    await database.batchInsert('activity', rows, 90);
    await database('activity_heads').insert({ fabric: 'f', appended: 10_450 });
    await store.append('g', new Date(), [plain('other')]);
    for (let batch = 0; batch < 5; batch++) {
      await store.append('f', new Date(), Array(10).fill(plain('new')));
    }
    const [{ lines }] = await database('activity')
      .where({ fabric: 'f' })
      .count({ lines: '*' });
    expect(Number(lines)).toBe(10_000);
    expect(await store.page('g', { limit: 5 })).toHaveLength(1);
    const [newest] = await store.page('f', { limit: 1 });
    expect(newest.message).toBe('new');
  });

  // SQLite has one writer anyway
  if (!id.startsWith('POSTGRES')) return;
  it('a line never becomes visible behind one with a higher id: writers of a fabric take turns', async () => {
    await store.append('f', new Date(), [plain('first')]);
    const slow = await database.transaction();
    await slow('activity_heads')
      .where({ fabric: 'f' })
      .increment('appended', 1);
    const [{ id: early }] = await slow('activity').insert(
      { fabric: 'f', at: '', type: 'plan.created', message: 'slow' },
      ['id'],
    );
    const late = store.append('f', new Date(), [plain('late')]);
    await eventually(async () => {
      const { rows } = await database.raw(
        'select count(*) as n from pg_locks where not granted',
      );
      expect(Number(rows[0].n)).toBeGreaterThan(0);
    });
    // A writer of another fabric does not wait
    await store.append('g', new Date(), [plain('other')]);
    expect(await store.after('f', Number(early) - 1, 10)).toEqual([]);
    await slow.commit();
    await late;
    const seen = await store.after('f', Number(early) - 1, 10);
    expect(seen.map(one => one.message)).toEqual(['slow', 'late']);
  });
});
