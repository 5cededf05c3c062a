import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { eventually, LiveHarness } from './__testUtils__/LiveHarness';
import { LiveChange, LiveService } from './LiveService';
import { SwitchHealth } from './switchHealth';
import { linksOf } from './switches/linksOf';

jest.setTimeout(60_000);

describe('agents of the lab fabric', () => {
  const databases = testDatabases();
  let harness: LiveHarness;
  let live: LiveService;
  let changes: LiveChange[];
  let skew: number;
  let stop: () => Promise<void>;

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
    ({ live, changes, stop } = await harness.begin({
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

  describe('links and sessions', () => {
    const agents = () => harness.lab.agents.get('lab-clos')!;
    const healthOf = async (name: string, of = live) =>
      (await of.reports(harness.fabric)).switches.find(
        each => each.name === name,
      )!;
    const downLinks = async (of: LiveService) => {
      const { wiring, ...reports } = await of.reports(harness.fabric);
      return linksOf(wiring, reports).filter(({ state }) => state !== 'up');
    };

    it('a link that goes down makes both its switches unhealthy, and is told at every replica', async () => {
      const elsewhere = harness.service();
      expect(await downLinks(live)).toEqual([]);
      const since = (await healthOf('leaf-01')).since;
      changes.length = 0;
      agents().setLink('leaf-01', 'E1/49', false);
      for (const replica of [live, elsewhere]) {
        await eventually(async () => {
          expect(await healthOf('leaf-01', replica)).toMatchObject({
            state: 'unhealthy',
            problems: [
              expect.stringMatching(/^E1\/49 to spine-01 is down since/),
              expect.stringMatching(
                /^BGP session with spine-01 \(172\.30\.128\.0\) is idle/,
              ),
            ],
          });
          expect((await healthOf('spine-01', replica)).state).toBe('unhealthy');
          expect(await downLinks(replica)).toMatchObject([
            {
              connection: 'spine-01--fabric--leaf-01',
              state: 'down',
              effect: expect.stringContaining('leaf-01 is single-homed'),
            },
          ]);
        });
      }
      expect((await healthOf('leaf-01')).since! > since!).toBe(true);
      expect(changes).toContainEqual({ cluster: 'lab-clos', kinds: ['Agent'] });
      agents().setLink('leaf-01', 'E1/49', true);
      for (const replica of [live, elsewhere]) {
        await eventually(async () => {
          expect((await healthOf('leaf-01', replica)).state).toBe('ready');
          expect(await downLinks(replica)).toEqual([]);
        });
      }
    });

    it('a session that is lost and a reboot that is due, until they are mended', async () => {
      agents().setSession('leaf-05', '172.30.128.8', 'active');
      agents().setReboot('leaf-03', true);
      await eventually(async () => {
        expect(await healthOf('leaf-05')).toMatchObject({
          state: 'unhealthy',
          bgp: { down: 1 },
        });
        expect(await healthOf('leaf-03')).toMatchObject({
          state: 'unhealthy',
          rebootNeeded: expect.any(String),
        });
      });
      agents().setSession('leaf-05', '172.30.128.8', 'established');
      agents().setReboot('leaf-03', false);
      await eventually(async () =>
        expect(await statesOf()).toEqual(new Set(['ready'])),
      );
    });

    it('since when a switch is unhealthy survives a restart', async () => {
      agents().setReboot('leaf-03', true);
      await eventually(async () =>
        expect((await healthOf('leaf-03')).state).toBe('unhealthy'),
      );
      const { since } = await healthOf('leaf-03');
      await stop();
      const next = await harness.begin();
      await eventually(async () =>
        expect(await healthOf('leaf-03', next.live)).toMatchObject({
          state: 'unhealthy',
          since,
        }),
      );
    });
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
      await harness.database('live_agents'),
      await harness.database('live_resources'),
      await harness.database('live_connections'),
    ]);
    expect(kept).toContain(agent.metadata.name);
    expect(kept).not.toContain('canary');
  });
});
