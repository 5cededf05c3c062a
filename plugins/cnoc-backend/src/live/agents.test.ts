import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { eventually, LiveHarness } from './__testUtils__/LiveHarness';
import { LiveChange, LiveService } from './LiveService';
import { SwitchHealth } from './switchHealth';

jest.setTimeout(60_000);

describe('agents of the lab fabric', () => {
  const databases = testDatabases();
  let harness: LiveHarness;
  let live: LiveService;
  let changes: LiveChange[];
  let skew: number;

  const switches = async (): Promise<SwitchHealth[]> =>
    (await live.snapshot(harness.fabric)).switches;
  const statesOf = async () =>
    new Set((await switches()).map(({ state }) => state));

  beforeEach(async () => {
    skew = 0;
    const database = await databases.init('SQLITE_3');
    await migrateUp(database);
    harness = await LiveHarness.start(database, {
      agents: { applyDelayMs: 400, heartbeatMs: 100 },
    });
    ({ live, changes } = await harness.begin({
      now: () => new Date(Date.now() + skew),
      timings: { contactMs: 100 },
    }));
    await eventually(async () => {
      const states = [...(await statesOf())];
      // The first change of each kind is told within the coalescing time.
      if (states.join() !== 'ready' || changes.length === 0) {
        throw new Error(`switches are ${states}`);
      }
    });
  });

  afterEach(async () => {
    await harness.stop();
  });

  it('tells the health of each switch, and a change lags until it is applied', async () => {
    const cluster = harness.cluster;
    const all = await switches();
    expect(all.map(({ name }) => name)).toEqual(
      cluster
        .list('Switch')
        .map(({ metadata }) => metadata.name)
        .sort(),
    );
    const { name } = all[0];
    cluster.edit(
      'Switch',
      name,
      object => {
        object.spec = { ...object.spec, description: 'changed by hand' };
      },
      { manager: 'kubectl-edit' },
    );
    const state = async () =>
      (await switches()).find(each => each.name === name)!.state;
    await eventually(async () => expect(await state()).toBe('lagging'));
    await eventually(async () => expect(await state()).toBe('ready'));
  });

  it('a mere heartbeat is no change', async () => {
    const heartbeats = async () =>
      JSON.stringify((await switches()).map(each => each.heartbeatAt));
    // Kinds that were listed last may still be told.
    await eventually(async () => {
      const told = changes.length;
      await new Promise(done => setTimeout(done, 150));
      expect(changes).toHaveLength(told);
    });
    const before = await heartbeats();
    changes.length = 0;
    await eventually(async () => expect(await heartbeats()).not.toBe(before));
    expect(changes).toEqual([]);
  });

  it('silence turns a switch silent without any event, and it is told', async () => {
    harness.cluster.faults.add({
      verb: 'watch',
      plural: 'agents',
      silentWatch: true,
    });
    // Heartbeats that are on their way would be heard at the later time.
    let heard = '';
    await eventually(async () => {
      const before = heard;
      await new Promise(done => setTimeout(done, 150));
      heard = JSON.stringify(await switches());
      expect(heard).toBe(before);
    });
    skew = 120_000;
    changes.length = 0;
    await eventually(async () => {
      expect(await statesOf()).toEqual(new Set(['silent']));
      expect(changes).toContainEqual({ cluster: 'lab-clos', kinds: ['Agent'] });
    });
  });

  it('agents that cannot be read are unknown, not silent', async () => {
    const { faults } = harness.cluster;
    faults.add({ plural: 'agents', status: 403, message: 'no agents for you' });
    faults.add({ verb: 'watch', plural: 'agents', cutWatchAfterEvents: 0 });
    skew = 120_000;
    await eventually(async () =>
      expect(await statesOf()).toEqual(new Set(['unknown'])),
    );
    expect((await live.snapshot(harness.fabric)).connection.state).toBe(
      'degraded',
    );
  });

  it('S1: the secrets in Agent.spec are in no snapshot and in no table', async () => {
    const [agent] = harness.cluster.list('Agent');
    expect(JSON.stringify(agent)).toContain('canary');
    await eventually(async () =>
      expect(await harness.database('live_connections')).toHaveLength(1),
    );
    await eventually(async () =>
      expect((await harness.database('live_resources')).length).toBeGreaterThan(
        40,
      ),
    );
    const kept = JSON.stringify([
      await live.snapshot(harness.fabric),
      await harness.database('live_resources'),
      await harness.database('live_connections'),
    ]);
    expect(kept).toContain(agent.metadata.name);
    expect(kept).not.toContain('canary');
  });
});
