import { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const databases = testDatabases();

describe.each(databases.eachSupportedId())('replicas on %s', id => {
  let lab: Lab;
  let database: Knex;
  const replicas: TestEngine[] = [];

  beforeEach(async () => {
    lab = await Lab.start({ agents: { applyDelayMs: 50, heartbeatMs: 500 } });
    database = await databases.init(id);
    await migrateUp(database);
  });
  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(replica => replica.stop()));
    await lab?.stop();
  });

  const start = async (offsetMs = 0) => {
    const replica = await startTestEngine({
      lab,
      database,
      now: () => new Date(Date.now() + offsetMs),
    });
    replicas.push(replica);
    return replica;
  };
  const lease = () =>
    database('leases').where('name', 'cluster/lab-mesh').first();
  const mesh = () => lab.clusters.get('lab-mesh')!;
  const checked = (state: string) =>
    eventually(async () => {
      const row = await database('fabrics').where('name', 'lab-mesh').first();
      expect(row.drift_state).toBe(state);
    });

  it.each([
    ['ahead', HOUR],
    ['behind', -HOUR],
  ])(
    'T1: a replica whose clock is an hour %s neither takes a lease that is held nor loses one',
    async (_, offset) => {
      await start();
      await checked('inSync');
      const held = await lease();
      const other = await start(offset);
      await other.engine.reconciler.tend();
      expect(await lease()).toMatchObject({
        holder: held.holder,
        epoch: held.epoch,
      });

      // It takes over what is given back, and keeps it
      await replicas.shift()!.stop();
      await other.engine.reconciler.tend();
      const taken = await lease();
      expect(taken.holder).not.toBe(held.holder);
      expect(Number(taken.epoch)).toBe(Number(held.epoch) + 1);
      const [{ name }] = mesh()
        .list('Server')
        .map(one => one.metadata);
      mesh().edit(
        'Server',
        name,
        object => {
          (object.spec as any).description = 'an hour away';
        },
        { manager: 'kubectl-edit' },
      );
      await checked('drifted');
      await other.engine.reconciler.tend();
      expect((await lease()).holder).toBe(taken.holder);
    },
  );

  it('K26: a cluster that comes back with a thousand changes is caught up with in one pass, and told in one summary', async () => {
    await start();
    await checked('inSync');
    const cluster = mesh();
    cluster.faults.add({ verb: '*', status: 503 });
    cluster.faults.add({ verb: 'watch', cutWatchAfterEvents: 0 });
    await checked('unknown');
    const [last] = await database('activity').max({ id: 'id' });
    const [server] = cluster.list('Server');
    for (let index = 0; index < 1_000; index++) {
      cluster.create(
        {
          apiVersion: server.apiVersion,
          kind: 'Server',
          metadata: { name: `away-${index}`, namespace: 'default' },
          spec: { description: 'made while nobody looked' },
        },
        { manager: 'kubectl-create' },
      );
    }
    cluster.faults.clear();
    await checked('drifted');
    await eventually(async () => {
      const [{ total }] = await database('findings')
        .where({ fabric: 'lab-mesh', status: 'open', type: 'drift' })
        .count({ total: '*' });
      expect(Number(total)).toBe(1_000);
    });
    await replicas[0].engine.reconciler.idle();
    const told = await database('activity')
      .where('fabric', 'lab-mesh')
      .where('id', '>', last.id)
      .where('type', 'finding.opened')
      .select('message', 'kind');
    const summaries = told.filter(({ kind }) => kind === null);
    expect(summaries).toHaveLength(1);
    expect(summaries[0].message).toMatch(/\d+ more findings opened/);
    expect(told.length).toBeLessThanOrEqual(21);
  });
});
