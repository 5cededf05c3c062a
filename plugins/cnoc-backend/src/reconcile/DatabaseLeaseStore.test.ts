import type { Knex } from 'knex';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { DatabaseLeaseStore } from './DatabaseLeaseStore';
import { DatabaseWakeStore } from './DatabaseWakeStore';

const databases = testDatabases();

describe.each(databases.eachSupportedId())('leases on %s', id => {
  let database: Knex;
  let leases: DatabaseLeaseStore;

  beforeEach(async () => {
    database = await databases.init(id);
    await migrateUp(database);
    leases = DatabaseLeaseStore.create({ database });
  });
  afterEach(() => database?.destroy());

  const expire = () => database('leases').update({ expires_at: 0 });

  it('go to one holder at a time', async () => {
    const lease = await leases.acquire('cluster/a', 'one', 60_000);
    expect(lease).toEqual({ name: 'cluster/a', holder: 'one', epoch: 1 });
    expect(await leases.acquire('cluster/a', 'two', 60_000)).toBeUndefined();
    expect(await leases.acquire('cluster/b', 'two', 60_000)).toBeDefined();
    expect(await leases.renew(lease!, 60_000)).toBe(true);
  });

  it('go on at once when they are released', async () => {
    const lease = await leases.acquire('cluster/a', 'one', 60_000);
    await leases.release(lease!);
    expect(await leases.acquire('cluster/a', 'two', 60_000)).toMatchObject({
      epoch: 2,
    });
  });

  it('that ran out are not renewed, even when nobody took them', async () => {
    const lease = await leases.acquire('cluster/a', 'one', 60_000);
    await expire();
    expect(await leases.renew(lease!, 60_000)).toBe(false);
  });

  it('fence the writes of a holder that was paused past its lease', async () => {
    const lease = (await leases.acquire('cluster/a', 'one', 60_000))!;
    const fence = leases.fence(lease);
    await database.transaction(tx => fence.assertHeld(tx));
    await expire();
    const successor = (await leases.acquire('cluster/a', 'two', 60_000))!;
    await expect(
      database.transaction(async tx => {
        await tx('wakes').insert({
          id: 'x',
          fabric: 'f',
          kind: 'sync',
          created_at: 0,
        });
        await fence.assertHeld(tx);
      }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await database('wakes').select()).toEqual([]);
    await database.transaction(tx => leases.fence(successor).assertHeld(tx));
  });

  it('wakes are shared until they begin, and taken over by a successor until they are done', async () => {
    const wakes = DatabaseWakeStore.create({ database });
    const first = await wakes.request('f', 'sync');
    expect(await wakes.request('f', 'sync')).toBe(first);
    expect(await wakes.request('f', 'check')).not.toBe(first);
    expect(await wakes.take(['other'], { all: false })).toEqual([]);
    expect(await wakes.take(['f'], { all: false })).toHaveLength(2);
    expect(await wakes.take(['f'], { all: false })).toEqual([]);
    expect(await wakes.request('f', 'sync')).not.toBe(first);
    expect(await wakes.take(['f'], { all: true })).toHaveLength(3);
    expect(await wakes.isDone(first)).toBe(false);
    await wakes.finish([first]);
    expect(await wakes.isDone(first)).toBe(true);
  });
});
