import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import {
  migrateDown,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import type { ChangeRequest } from './ChangeRequestStore';
import { DatabaseChangeRequestStore } from './DatabaseChangeRequestStore';
import { DatabaseDraftStore } from './DatabaseDraftStore';
import type { StoredDraft } from './StoredDraft';

jest.setTimeout(60_000);

const databases = testDatabases();
const draft = (name: string, more: Partial<StoredDraft> = {}): StoredDraft => ({
  kind: 'VPC',
  name,
  action: 'write',
  yaml: 'a: 1 # ünï\n',
  file: 'x/a.yaml',
  base: { yaml: 'a: 0\n', commit: 'a'.repeat(40) },
  version: 'one',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: 'user:default/one',
  ...more,
});
const changed = expect.objectContaining({ name: 'PreconditionFailedError' });

describe.each(databases.eachSupportedId())('drafts on %s', id => {
  let database: Knex;
  beforeAll(async () => {
    database = await databases.init(id);
    await migrateUp(database);
  });
  beforeEach(async () => {
    await database('drafts').delete();
    await database('change_requests').delete();
  });

  it('come back as they were, sorted by kind and name', async () => {
    const store = DatabaseDraftStore.create({ database });
    const all = [
      draft('b'),
      draft('a', { action: 'delete', yaml: undefined, base: undefined }),
      draft('A-z', { kind: 'Switch', file: undefined, base: { yaml: '' } }),
    ];
    await store.save(
      'lab',
      all.map(one => ({ draft: one })),
    );
    await expect(store.list('lab')).resolves.toEqual([all[2], all[1], all[0]]);
    await expect(store.count('lab')).resolves.toBe(3);
    await expect(store.list('other')).resolves.toEqual([]);
    await expect(store.get('lab', { kind: 'VPC', name: 'b' })).resolves.toEqual(
      all[0],
    );
    await expect(store.clear('lab')).resolves.toBe(3);
  });

  it('are replaced only when they are what the writer saw, all or none', async () => {
    const store = DatabaseDraftStore.create({ database });
    await store.save('lab', [{ draft: draft('a') }, { draft: draft('b') }]);
    await expect(
      store.save('lab', [{ draft: draft('a', { version: 'two' }) }]),
    ).rejects.toEqual(changed);
    await expect(
      store.save('lab', [
        { draft: draft('a', { version: 'two' }), replaces: 'one' },
        { draft: draft('b', { version: 'two' }), replaces: 'other' },
      ]),
    ).rejects.toEqual(changed);
    await expect(
      store.save('lab', [
        { draft: draft('c') },
        { draft: draft('a', { version: 'two' }) },
      ]),
    ).rejects.toEqual(changed);
    await expect(store.list('lab')).resolves.toEqual([draft('a'), draft('b')]);
    const next = draft('a', { version: 'two', yaml: 'b' });
    await store.save('lab', [{ draft: next, replaces: 'one' }]);
    await expect(store.list('lab')).resolves.toEqual([next, draft('b')]);
  });

  it('are removed only as they were', async () => {
    const store = DatabaseDraftStore.create({ database });
    await store.save('lab', [{ draft: draft('a') }, { draft: draft('b') }]);
    await expect(
      store.remove('lab', [draft('a'), draft('b', { version: 'old' })]),
    ).resolves.toBe(1);
    await expect(store.list('lab')).resolves.toEqual([draft('b')]);
  });

  it('take 1,000 at once', async () => {
    const store = DatabaseDraftStore.create({ database });
    await store.save(
      'lab',
      Array.from({ length: 1_000 }, (_, i) => ({ draft: draft(`n${i}`) })),
    );
    await expect(store.count('lab')).resolves.toBe(1_000);
  });

  it('requests: a key stands for one request of one person', async () => {
    const store = DatabaseChangeRequestStore.create({ database });
    const request: ChangeRequest = {
      id: randomUUID(),
      fabric: 'lab',
      operation: 'commit',
      state: 'pushing',
      createdAt: '2026-01-01T00:00:00.000Z',
      createdBy: 'user:default/one',
      idempotencyKey: 'key-0001',
      requestHash: 'h1',
      work: { a: 1 },
    };
    await store.insert(request);
    await expect(
      store.insert({ ...request, id: randomUUID() }),
    ).rejects.toBeDefined();
    const find = (by: string, requestHash: string) =>
      store.find('lab', by, { key: 'key-0001', requestHash });
    await expect(find('user:default/one', 'h1')).resolves.toEqual(request);
    await expect(find('user:default/two', 'h1')).resolves.toBeUndefined();
    await expect(find('user:default/one', 'h2')).rejects.toThrow(
      /another request/,
    );
    await store.update(request.id, { state: 'done', work: null, result: 7 });
    await expect(find('user:default/one', 'h1')).resolves.toEqual({
      ...request,
      state: 'done',
      work: undefined,
      result: 7,
    });
    await store.remove(request.id);
    await expect(find('user:default/one', 'h1')).resolves.toBeUndefined();
  });

  it('requests: only the newest are kept', async () => {
    const store = DatabaseChangeRequestStore.create({ database });
    for (let i = 0; i < 203; i += 1) {
      await store.insert({
        id: randomUUID(),
        fabric: 'lab',
        operation: 'import',
        state: 'done',
        createdAt: new Date(1_700_000_000_000 + i).toISOString(),
        createdBy: 'user:default/one',
        requestHash: 'h',
      });
    }
    const [{ total }] = await database('change_requests').count({ total: '*' });
    expect(Number(total)).toBe(200);
  });

  it('migrate down and up', async () => {
    await migrateDown(database);
    await expect(database.schema.hasTable('drafts')).resolves.toBe(false);
    await expect(database.schema.hasTable('change_requests')).resolves.toBe(
      false,
    );
    await migrateUp(database);
    await expect(database.schema.hasTable('drafts')).resolves.toBe(true);
  });
});
