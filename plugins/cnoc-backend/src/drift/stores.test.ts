import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { noFence, type Fence } from '../fabrics/Fence';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { changeFindings } from './changeFindings';
import type { ResourceVerdict } from './compareFabric';
import { DatabaseFindingStore } from './DatabaseFindingStore';
import { DatabaseResourceStateStore } from './DatabaseResourceStateStore';
import type { FindingContent } from './FindingStore';

const databases = testDatabases();
const now = new Date('2026-01-01T00:00:00Z');

const verdict = (
  name: string,
  more: Partial<ResourceVerdict> = {},
): ResourceVerdict & { findings: number } => ({
  kind: 'VPC',
  name,
  state: 'synced',
  lag: false,
  inGit: true,
  inCluster: true,
  file: 'vpc.yaml',
  line: 3,
  facts: [{ label: 'VLANs', value: '1001' }],
  dependsOn: [],
  findings: 0,
  ...more,
});

describe.each(databases.eachSupportedId())('drift stores on %s', id => {
  let database: Knex;

  beforeEach(async () => {
    database = await databases.init(id);
    await migrateUp(database);
  });
  afterEach(() => database?.destroy());

  describe('resource states', () => {
    let store: DatabaseResourceStateStore;
    beforeEach(() => {
      store = DatabaseResourceStateStore.create({ database });
    });
    const page = async (
      options: Partial<Parameters<typeof store.page>[1]> = {},
    ) =>
      (
        await store.page('f', { sort: 'name', limit: 10, ...options })
      ).items.map(item => item.name);

    it('write only what changed, and forget what is gone', async () => {
      expect(
        await store.write('f', now, [verdict('a'), verdict('b')], noFence),
      ).toBe(true);
      expect(
        await store.write(
          'f',
          now,
          [verdict('a', { commit: 'another' }), verdict('b')],
          noFence,
        ),
      ).toBe(false);
      expect(
        await store.write(
          'f',
          now,
          [verdict('a', { state: 'drifted' })],
          noFence,
        ),
      ).toBe(true);
      expect(await page()).toEqual(['a']);
      expect(await store.get('f', 'VPC', 'a')).toMatchObject({
        state: 'drifted',
        source: { file: 'vpc.yaml', line: 3 },
        facts: [{ label: 'VLANs', value: '1001' }],
      });
    });

    it('ask the tables nothing while nothing changed under one lease', async () => {
      const lease: Fence = { assertHeld: async () => {} };
      await store.write('f', now, [verdict('a'), verdict('b')], lease);
      const asked: string[] = [];
      database.on('query', ({ sql }: { sql: string }) => asked.push(sql));
      const again = [verdict('a', { commit: 'another' }), verdict('b')];
      expect(await store.write('f', now, again, lease)).toBe(false);
      expect(asked).toEqual([]);
      await store.write('f', now, [verdict('a', { line: 9 })], lease);
      expect(asked.filter(sql => /^select/i.test(sql))).toEqual([]);
      expect(await page()).toEqual(['a']);
    });

    it('are read anew by whoever gains the lease, also where it was held before', async () => {
      const [first, second, third] = [1, 2, 3].map(
        (): Fence => ({ assertHeld: async () => {} }),
      );
      const other = DatabaseResourceStateStore.create({ database });
      await store.write('f', now, [verdict('a'), verdict('b')], first);
      await other.write('f', now, [verdict('a', { line: 9 })], second);
      const last = [verdict('a'), verdict('b')];
      expect(await store.write('f', now, last, third)).toBe(true);
      expect(await page()).toEqual(['a', 'b']);
      expect((await store.get('f', 'VPC', 'a'))?.source?.line).toBe(3);
    });

    it('remember nothing of a write that failed', async () => {
      let isLost = false;
      const lease: Fence = {
        assertHeld: async () => {
          if (isLost) throw new ConflictError('Another replica works on it');
        },
      };
      await store.write('f', now, [verdict('a')], lease);
      const changed = [verdict('a', { line: 9 }), verdict('b')];
      isLost = true;
      await expect(store.write('f', now, changed, lease)).rejects.toThrow(
        ConflictError,
      );
      isLost = false;
      const broken = [...changed, verdict('c', { state: null as never })];
      // The driver's own error is none of this realm's
      const failed = await store.write('f', now, broken, lease).then(
        () => false,
        () => true,
      );
      expect(failed).toBe(true);
      expect(await page()).toEqual(['a']);
      expect(await store.write('f', now, changed, lease)).toBe(true);
      expect(await page()).toEqual(['a', 'b']);
      expect((await store.get('f', 'VPC', 'a'))?.source?.line).toBe(9);
    });

    it('say since when a resource is in its state, and lags', async () => {
      const at = (day: number) => new Date(Date.UTC(2026, 0, day));
      const ages = async () => {
        const row = await store.get('f', 'VPC', 'a');
        return [row?.since?.slice(8, 10), row?.lagSince?.slice(8, 10)];
      };
      await store.write('f', at(1), [verdict('a')], noFence);
      await store.write('f', at(2), [verdict('a', { line: 9 })], noFence);
      expect(await ages()).toEqual(['01', undefined]);
      const lagging = { state: 'pending', lag: true } as const;
      await store.write('f', at(3), [verdict('a', lagging)], noFence);
      await store.write(
        'f',
        at(4),
        [verdict('a', { ...lagging, line: 9 })],
        noFence,
      );
      expect(await ages()).toEqual(['03', '03']);
      expect((await store.counts(['f'])).get('f')).toMatchObject({
        lagging: 1,
        lagSince: at(3).toISOString(),
      });
      await store.write('f', at(5), [verdict('a')], noFence);
      expect(await ages()).toEqual(['05', undefined]);
    });

    it('page through every order without loss', async () => {
      await store.write(
        'f',
        now,
        [
          verdict('a'),
          verdict('b', { state: 'drifted', severity: 'info' }),
          verdict('c', { state: 'drifted', severity: 'critical' }),
          verdict('d', { state: 'orphaned', severity: 'warning' }),
          verdict('a', { kind: 'Switch' }),
        ],
        noFence,
      );
      for (const [sort, expected] of [
        ['name', ['a', 'a', 'b', 'c', 'd']],
        ['need', ['c', 'd', 'b', 'a', 'a']],
      ] as const) {
        const seen: string[] = [];
        let after;
        do {
          const result: Awaited<ReturnType<typeof store.page>> =
            await store.page('f', { sort, limit: 2, after });
          seen.push(...result.items.map(item => item.name));
          after = result.positions.at(-1);
        } while (after);
        expect(seen).toEqual(expected);
      }
    });

    it('filter by kind, state, severity and part of the name, wildcards taken literally', async () => {
      await store.write(
        'f',
        now,
        [
          verdict('web-1', { state: 'drifted', severity: 'critical' }),
          verdict('web_1'),
          verdict('db', { kind: 'Switch' }),
        ],
        noFence,
      );
      expect(await page({ kind: 'Switch' })).toEqual(['db']);
      expect(await page({ state: 'drifted' })).toEqual(['web-1']);
      expect(await page({ severity: 'critical' })).toEqual(['web-1']);
      expect(await page({ text: 'EB_' })).toEqual(['web_1']);
      expect(await page({ text: '%' })).toEqual([]);
      expect(await store.kinds('f')).toEqual([
        { kind: 'Switch', total: 1, differing: 0 },
        { kind: 'VPC', total: 2, differing: 1 },
      ]);
      expect((await store.counts(['f', 'g'])).get('f')).toMatchObject({
        total: 3,
        drifted: 1,
        synced: 2,
        inGit: 3,
        differing: 1,
      });
      expect((await store.counts(['g'])).get('g')).toMatchObject({ total: 0 });
    });
  });

  describe('findings', () => {
    let store: DatabaseFindingStore;
    beforeEach(() => {
      store = DatabaseFindingStore.create({ database });
    });
    const content = (more: Partial<FindingContent> = {}): FindingContent => ({
      kind: 'VPC',
      name: 'a',
      type: 'drift',
      rule: 'vpc.vlan',
      severity: 'critical',
      reason: 'VLAN differs',
      changedBy: { manager: 'kubectl-edit' },
      differences: [
        {
          path: 'spec.subnets.default.vlan',
          desired: 1,
          live: 2,
          severity: 'critical',
          reason: 'VLAN differs',
          rule: 'vpc.vlan',
        },
      ],
      ...more,
    });
    const check = async (at: string, wanted: FindingContent[]) =>
      store.write(
        'f',
        new Date(at),
        changeFindings(await store.open('f'), wanted, () => false),
        noFence,
      );
    const all = async () => (await store.page('f', { limit: 50 })).items;

    it('live from open over changed to resolved, and recur as a new one', async () => {
      await check('2026-01-01T00:00:00Z', [content()]);
      await check('2026-01-02T00:00:00Z', [content()]);
      const [first] = await all();
      expect(first).toMatchObject({
        status: 'open',
        firstSeen: '2026-01-01T00:00:00.000Z',
        lastSeen: '2026-01-01T00:00:00.000Z',
        changedBy: { manager: 'kubectl-edit' },
      });
      await check('2026-01-03T00:00:00Z', [
        content({ reason: 'More differs' }),
      ]);
      expect(await all()).toEqual([
        expect.objectContaining({
          id: first.id,
          firstSeen: first.firstSeen,
          lastSeen: '2026-01-03T00:00:00.000Z',
        }),
      ]);
      await check('2026-01-04T00:00:00Z', []);
      expect((await all())[0]).toMatchObject({
        status: 'resolved',
        resolvedAt: '2026-01-04T00:00:00.000Z',
      });
      await check('2026-01-05T00:00:00Z', [content()]);
      expect((await all()).map(one => one.status).sort()).toEqual([
        'open',
        'resolved',
      ]);
      expect((await store.counts(['f'])).get('f')).toEqual({
        critical: 1,
        warning: 0,
        info: 0,
      });
      expect(await store.openOf('f', 'VPC', 'a')).toHaveLength(1);
    });

    it('page worst first without loss', async () => {
      await check(
        '2026-01-01T00:00:00Z',
        (['info', 'critical', 'warning'] as const).map(severity =>
          content({ name: severity, severity }),
        ),
      );
      const seen: string[] = [];
      let after;
      do {
        const result: Awaited<ReturnType<typeof store.page>> = await store.page(
          'f',
          { limit: 1, after },
        );
        seen.push(...result.items.map(item => item.severity));
        expect(result.total).toBe(3);
        after = result.positions.at(-1);
      } while (after);
      expect(seen).toEqual(['critical', 'warning', 'info']);
    });
  });
});
