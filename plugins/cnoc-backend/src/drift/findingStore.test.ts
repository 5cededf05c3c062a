import type { Knex } from 'knex';
import { noFence } from '../fabrics/Fence';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { changeFindings, reviveFlapped } from './changeFindings';
import { DatabaseFindingStore } from './DatabaseFindingStore';
import type { FindingContent } from './FindingStore';

const databases = testDatabases();
const FLAP_MS = 60_000;
const person = 'user:default/nora';
const later = '2100-01-01T00:00:00.000Z';
const past = '2020-01-01T00:00:00.000Z';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('findings on %s', id => {
  let database: Knex;
  let store: DatabaseFindingStore;

  beforeEach(async () => {
    database = await databases.init(id);
    await migrateUp(database);
    store = DatabaseFindingStore.create({ database });
  });
  afterEach(() => database?.destroy());

  const content = (more: Partial<FindingContent> = {}): FindingContent => ({
    kind: 'VPC',
    name: 'a',
    type: 'drift',
    rule: 'vpc.vlan',
    severity: 'warning',
    reason: 'VLAN differs',
    differences: [],
    ...more,
  });
  const check = async (
    at: string,
    wanted: FindingContent[],
    fabric = 'f',
  ): Promise<void> => {
    const changes = changeFindings(
      await store.open(fabric),
      wanted,
      () => false,
    );
    const since = new Date(Date.parse(at) - FLAP_MS);
    const identities = changes.opened.map(one => one.identity);
    await store.write(
      fabric,
      new Date(at),
      reviveFlapped(
        changes,
        await store.resolvedSince(fabric, since, identities),
      ),
      noFence,
    );
  };
  const all = async (fabric = 'f') =>
    (await store.page(fabric, { limit: 50 })).items;
  const only = async () => {
    const items = await all();
    expect(items).toHaveLength(1);
    return items[0];
  };
  const decide = (
    status: 'open' | 'acknowledged' | 'suppressed',
    ids: string[],
    more: { until?: string; reason?: string; by?: string } = {},
    options: Parameters<typeof store.decide>[3] = {},
  ) =>
    store.decide(
      'f',
      ids,
      {
        status,
        by: person,
        at: '2026-01-01T10:00:00.000Z',
        reason: status === 'suppressed' ? 'Works in rack 7' : undefined,
        until: status === 'suppressed' ? later : undefined,
        ...more,
      },
      options,
    );

  it('an acknowledged one stays the same row while the fact lasts, and is resolved with it', async () => {
    await check('2026-01-01T00:00:00Z', [content()]);
    const { id: finding } = await only();
    await decide('acknowledged', [finding]);
    await check('2026-01-02T00:00:00Z', [content({ reason: 'Other text' })]);
    expect(await only()).toMatchObject({
      id: finding,
      status: 'acknowledged',
      firstSeen: '2026-01-01T00:00:00.000Z',
      decision: { by: person },
    });
    expect((await store.counts(['f'])).get('f')?.warning).toBe(0);
    await check('2026-01-03T00:00:00Z', []);
    expect((await store.get('f', finding))?.history).toEqual([
      { status: 'resolved', at: '2026-01-03T00:00:00.000Z' },
      {
        status: 'acknowledged',
        at: '2026-01-01T10:00:00.000Z',
        by: person,
      },
      { status: 'open', at: '2026-01-01T00:00:00.000Z' },
    ]);
  });

  it('one whose severity rises is open again, with another etag', async () => {
    await check('2026-01-01T00:00:00Z', [content()]);
    const before = await only();
    await decide('acknowledged', [before.id]);
    const decided = await only();
    await check('2026-01-02T00:00:00Z', [content({ severity: 'critical' })]);
    const after = await only();
    expect(after).toMatchObject({ status: 'open', severity: 'critical' });
    expect(after.decision).toBeUndefined();
    expect(after.etag).not.toBe(decided.etag);
    expect((await store.get('f', after.id))?.history[0]).toMatchObject({
      status: 'open',
      reason: 'It has become graver',
    });
  });

  it('a suppression that ends is open again by the database’s clock', async () => {
    await check('2026-01-01T00:00:00Z', [content()]);
    const { id: finding } = await only();
    await decide('suppressed', [finding]);
    // However late the engine thinks it is
    await check('2150-01-02T00:00:00Z', [content()]);
    expect((await only()).status).toBe('suppressed');
    await decide('suppressed', [finding], { until: past });
    await check('1999-01-02T00:00:00Z', [content()]);
    expect(await only()).toMatchObject({ status: 'open' });
    expect((await store.get('f', finding))?.history[0].reason).toBe(
      'The suppression has ended',
    );
  });

  it('one that flaps within a minute goes on; a later one is new', async () => {
    await check('2026-01-01T00:00:00Z', [content()]);
    const { id: finding } = await only();
    await decide('suppressed', [finding]);
    await check('2026-01-02T00:00:00Z', []);
    await check('2026-01-02T00:00:59Z', [content()]);
    expect(await only()).toMatchObject({
      id: finding,
      status: 'suppressed',
      firstSeen: '2026-01-01T00:00:00.000Z',
      decision: { reason: 'Works in rack 7', until: later },
    });
    expect((await only()).resolvedAt).toBeUndefined();
    await check('2026-01-03T00:00:00Z', []);
    await check('2026-01-03T00:01:01Z', [content()]);
    expect((await all()).map(one => one.status).sort()).toEqual([
      'open',
      'resolved',
    ]);
  });

  it('many change all or none', async () => {
    await check('2026-01-01T00:00:00Z', [
      content(),
      content({ name: 'b' }),
      content({ name: 'c' }),
    ]);
    const ids = (await all()).map(one => one.id);
    await check('2026-01-02T00:00:00Z', [content(), content({ name: 'b' })]);
    await expect(decide('acknowledged', ids)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await expect(
      decide('acknowledged', [
        ...ids.slice(0, 1),
        '00000000-0000-4000-8000-000000000000',
      ]),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    expect((await all()).map(one => one.status).sort()).toEqual([
      'open',
      'open',
      'resolved',
    ]);
    const open = (await all()).filter(one => one.status === 'open');
    const { changed } = await decide(
      'acknowledged',
      open.map(one => one.id),
    );
    expect(changed).toHaveLength(2);
    const again = await decide(
      'acknowledged',
      open.map(one => one.id),
    );
    expect(again.changed).toEqual([]);
  });

  it('H3: a finding of another fabric is as absent as one that does not exist', async () => {
    await check('2026-01-01T00:00:00Z', [content()], 'g');
    const [{ id: foreign }] = await all('g');
    await expect(decide('acknowledged', [foreign])).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(await store.get('f', foreign)).toBeUndefined();
  });

  it('H17: two editors; the second is told', async () => {
    await check('2026-01-01T00:00:00Z', [content()]);
    const { id: finding, etag } = await only();
    await decide('acknowledged', [finding], {}, { ifMatch: `"${etag}"` });
    await expect(
      decide('suppressed', [finding], {}, { ifMatch: `"${etag}"` }),
    ).rejects.toMatchObject({ name: 'PreconditionFailedError' });
    expect((await only()).status).toBe('acknowledged');
  });

  it('a bulk change happens once for its idempotency key', async () => {
    await check('2026-01-01T00:00:00Z', [content()]);
    const { id: finding } = await only();
    const once = { key: 'k', requestHash: 'h' };
    await decide('acknowledged', [finding], {}, { once });
    await decide('open', [finding]);
    expect(await decide('acknowledged', [finding], {}, { once })).toEqual({
      changed: [],
      replayed: 1,
    });
    expect((await only()).status).toBe('open');
    await expect(
      decide('open', [finding], {}, { once: { ...once, requestHash: 'x' } }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it('keeps at most 50 changes of status', async () => {
    await check('2026-01-01T00:00:00Z', [content()]);
    const { id: finding } = await only();
    for (let round = 0; round < 60; round += 1) {
      await decide('acknowledged', [finding], { reason: `round ${round}` });
    }
    const { history } = (await store.get('f', finding))!;
    expect(history).toHaveLength(50);
    expect(history[0].reason).toBe('round 59');
  });

  it('trims what was resolved long ago, and all but the newest', async () => {
    await check('2026-01-01T00:00:00Z', [
      content(),
      content({ name: 'b' }),
      content({ name: 'c' }),
      content({ name: 'd' }),
    ]);
    await check('2026-01-02T00:00:00Z', [
      content({ name: 'c' }),
      content({ name: 'd' }),
      content({ name: 'b' }),
    ]);
    await check('2026-01-03T00:00:00Z', [
      content({ name: 'c' }),
      content({ name: 'd' }),
    ]);
    await check('2026-01-04T00:00:00Z', [content({ name: 'd' })]);
    const names = async () => (await all()).map(one => one.name).sort();
    await store.trim(
      'f',
      { resolvedBefore: new Date('2026-01-02T12:00:00Z'), keep: 100 },
      noFence,
    );
    expect(await names()).toEqual(['b', 'c', 'd']);
    await store.trim(
      'f',
      { resolvedBefore: new Date('2000-01-01T00:00:00Z'), keep: 1 },
      noFence,
    );
    expect(await names()).toEqual(['c', 'd']);
    const left = await database('finding_moments').distinct('finding');
    expect(left).toHaveLength(2);
  });

  it('pages over the fabrics that meet the choice, without loss, in every order', async () => {
    const fabric = (name: string, owner: string, enabled = true) => ({
      name,
      owner,
      repository: 'r',
      path: name,
      cluster: 'c',
      namespace: 'n',
      enabled,
      managed_kinds: '[]',
    });
    await database('fabrics').insert([
      fabric('f', 'group:default/a'),
      fabric('g', 'group:default/b'),
      fabric('h', 'group:default/a', false),
    ]);
    for (const name of ['f', 'g', 'h']) {
      for (const [day, severity] of ['info', 'critical', 'warning'].entries()) {
        const wanted = [0, 1, 2].map(index =>
          content({
            name: `${severity}-${index}`,
            severity: severity as 'info',
          }),
        );
        const changes = changeFindings([], wanted, () => false);
        await store.write(
          name,
          new Date(Date.UTC(2026, 0, 1 + day)),
          changes,
          noFence,
        );
      }
    }
    const read = async (
      choice: Parameters<typeof store.pageOfAll>[0],
      filter: Partial<Parameters<typeof store.pageOfAll>[1]> = {},
    ) => {
      const seen: string[] = [];
      let after;
      do {
        const page: Awaited<ReturnType<typeof store.pageOfAll>> =
          await store.pageOfAll(choice, { limit: 2, after, ...filter });
        seen.push(...page.items.map(one => `${one.fabric}/${one.severity}`));
        after = page.positions.at(-1);
      } while (after);
      return seen;
    };
    const everything = await read({});
    expect(everything).toHaveLength(18);
    expect(everything.map(one => one.split('/')[1])).toEqual([
      ...Array(6).fill('critical'),
      ...Array(6).fill('warning'),
      ...Array(6).fill('info'),
    ]);
    expect(
      await read({
        criteria: { property: 'owner', values: ['group:default/a'] },
      }),
    ).toHaveLength(9);
    expect(await read({ fabric: 'h' })).toEqual([]);
    expect(await read({ fabric: 'g', owner: 'group:default/a' })).toEqual([]);
    expect(await read({}, { text: 'LING-', status: 'open' })).toEqual([]);
    expect(await read({}, { text: 'AL-1', status: 'open' })).toHaveLength(2);
    expect(await read({}, { severity: 'info' })).toHaveLength(6);
    expect(await read({}, { until: '2026-01-01T00:00:00.000Z' })).toHaveLength(
      6,
    );
    expect(await read({}, { status: 'resolved' })).toEqual([]);
    expect(await store.tally(['f', 'g'], ['2026-01-02T00:00:00.000Z'])).toEqual(
      expect.arrayContaining([
        { fabric: 'f', status: 'open', severity: 'info', age: 1, count: 3 },
        { fabric: 'g', status: 'open', severity: 'critical', age: 0, count: 3 },
      ]),
    );
    expect((await store.driftSince(['f'])).get('f')).toBe(
      '2026-01-01T00:00:00.000Z',
    );
  });
});
