import type { Knex } from 'knex';
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
});
