import type { Knex } from 'knex';
import {
  migrateDown,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { DatabaseFabricStore } from './DatabaseFabricStore';
import type { FabricDefinition } from './FabricDefinition';
import { noFence } from './Fence';

const databases = testDatabases();

const fabric = (
  name: string,
  more: Partial<FabricDefinition> = {},
): FabricDefinition => ({
  name,
  repository: 'lab',
  path: name,
  cluster: 'one',
  namespace: 'default',
  ...more,
});

describe.each(databases.eachSupportedId())('DatabaseFabricStore on %s', id => {
  let database: Knex;
  let store: DatabaseFabricStore;

  beforeEach(async () => {
    database = await databases.init(id);
    await migrateUp(database);
    store = DatabaseFabricStore.create({ database });
  });
  afterEach(() => database?.destroy());

  const names = async (options: Parameters<typeof store.list>[0] = {}) =>
    (await store.list(options)).map(record => record.definition.name);

  it('every migration can be undone and made again', async () => {
    await migrateDown(database);
    for (const table of [
      'fabrics',
      'leases',
      'findings',
      'plans',
      'activity',
    ]) {
      expect(await database.schema.hasTable(table)).toBe(false);
    }
    await migrateUp(database);
    expect(await database.schema.hasTable('deployment_steps')).toBe(true);
  });

  it('hides a fabric that left the configuration, and gives it back as it was', async () => {
    await store.define([fabric('a'), fabric('b')]);
    await store.bumpRevision('b');
    await store.define([fabric('a', { title: 'A' })]);
    expect(await names()).toEqual(['a']);
    expect(await store.get('b')).toBeUndefined();
    expect((await store.get('a'))?.definition.title).toBe('A');
    await store.define([fabric('a'), fabric('b')]);
    expect((await store.get('b'))?.revision).toBe(1);
    expect((await store.get('a'))?.definition.title).toBeUndefined();
  });

  it('pages by name', async () => {
    await store.define(['c', 'a', 'b'].map(name => fabric(name)));
    expect(await names({ limit: 2 })).toEqual(['a', 'b']);
    expect(await names({ after: 'b' })).toEqual(['c']);
    expect(await store.count()).toBe(3);
  });

  const owner = (...values: string[]) => ({
    property: 'owner' as const,
    values,
  });
  const environment = (...values: string[]) => ({
    property: 'environment' as const,
    values,
  });
  it.each([
    ['a property', owner('group:default/x'), ['a', 'b']],
    ['no value', owner(), []],
    ['not', { not: owner('group:default/x') }, ['c', 'd']],
    ['allOf', { allOf: [owner('group:default/x'), environment('lab')] }, ['b']],
    ['anyOf', { anyOf: [environment('lab'), environment('live')] }, ['b', 'c']],
    [
      'all of them nested',
      {
        anyOf: [
          { allOf: [owner('group:default/x'), { not: environment('lab') }] },
          environment('live'),
        ],
      },
      ['a', 'c'],
    ],
  ])(
    'filters by %s of a permission decision',
    async (_, criteria, expected) => {
      await store.define([
        fabric('a', { owner: 'group:default/x' }),
        fabric('b', { owner: 'group:default/x', environment: 'lab' }),
        fabric('c', { environment: 'live' }),
        fabric('d'),
      ]);
      expect(await names({ criteria: criteria as never })).toEqual(expected);
      expect(await store.count(criteria as never)).toBe(expected.length);
    },
  );

  it('updates only what it is given', async () => {
    await store.define([fabric('a')]);
    await store.update(
      'a',
      { driftState: 'drifted', managedKinds: ['VPC'] },
      noFence,
    );
    await store.update('a', { told: { commit: 'abc' } }, noFence);
    expect(await store.get('a')).toMatchObject({
      driftState: 'drifted',
      managedKinds: ['VPC'],
      told: { commit: 'abc' },
    });
  });
});
