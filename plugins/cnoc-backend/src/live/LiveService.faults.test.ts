import { LabCluster } from '@cnoc/lab';
import { Knex } from 'knex';
import { FabricDefinition } from '../fabrics/FabricDefinition';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import {
  eventually,
  LiveHarness,
  namesIn,
  vlans,
  vlansTo,
} from './__testUtils__/LiveHarness';
import { watchedKinds } from './watchedKinds';

jest.setTimeout(60_000);

describe('LiveService and a cluster that misbehaves', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let harness: LiveHarness;
    let cluster: LabCluster;
    let database: Knex;
    let fabric: FabricDefinition;

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
    });

    beforeEach(async () => {
      harness = await LiveHarness.start(database);
      ({ cluster, fabric } = harness);
    });

    afterEach(async () => {
      await harness.stop();
    });

    it('K1: an expired token is one small request at a time, and says so', async () => {
      const live = harness.service({ token: 'expired' });
      harness.start(live);
      await eventually(async () =>
        expect((await live.snapshot(fabric)).connection).toMatchObject({
          state: 'disconnected',
          message: expect.stringMatching(/expired/),
        }),
      );
      const before = cluster.requests().length;
      await new Promise(done => setTimeout(done, 1_000));
      const more = cluster.requests().slice(before);
      // retryMaxMs is 200 here: at most ten probes, and no kind asks at all.
      expect(more.length).toBeLessThanOrEqual(11);
      expect(new Set(more.map(({ path }) => path.split('/').pop()))).toEqual(
        new Set(['version']),
      );
    });

    it('K2: 403 on one kind makes that kind unknown, and nothing missing', async () => {
      const { live } = await harness.begin();
      cluster.faults.add({
        verb: 'list',
        plural: 'vlannamespaces',
        status: 403,
        message: 'vlannamespaces is forbidden',
      });
      cluster.faults.add({
        verb: 'watch',
        plural: 'vlannamespaces',
        status: 403,
        message: 'vlannamespaces is forbidden',
      });
      cluster.faults.add({
        verb: 'watch',
        plural: 'vlannamespaces',
        cutWatchAfterEvents: 0,
        times: 1,
      });
      await eventually(async () => {
        const snapshot = await live.snapshot(fabric);
        expect(snapshot.unknownKinds).toEqual([
          {
            kind: 'VLANNamespace',
            since: expect.any(Date),
            reason: 'unreadable',
            message: 'vlannamespaces is forbidden',
          },
        ]);
        expect(snapshot.connection).toMatchObject({
          state: 'degraded',
          message: expect.stringMatching(/VLANNamespace/),
        });
        expect(namesIn(snapshot)).toHaveLength(2);
      });
      cluster.faults.clear();
      await eventually(async () =>
        expect(await live.snapshot(fabric)).toMatchObject({
          unknownKinds: [],
          connection: { state: 'connected' },
        }),
      );
    });

    it('K2: a kind that was never listed is unknown from the start', async () => {
      cluster.faults.add({ verb: 'list', plural: 'vpcs', status: 403 });
      const live = harness.service();
      harness.start(live);
      await eventually(async () => {
        const snapshot = await live.snapshot(fabric);
        expect(snapshot.unknownKinds.map(({ kind }) => kind)).toEqual(['VPC']);
        expect(snapshot.complete).toBe(false);
        expect(namesIn(snapshot)).toHaveLength(2);
      });
    });

    it('K5: 410 in the middle of a list begins the list again', async () => {
      for (let i = 0; i < 5; i += 1) {
        cluster.apply(vlans(`more-${i}`), { manager: 'cnoc' });
      }
      // The first list is answered in pages; its second page meets the fault.
      let lists = 0;
      const expire = setInterval(() => {
        const asked = harness.requestsOf('vlannamespaces').length;
        if (asked > lists) {
          lists = asked;
          if (asked === 2) {
            cluster.compact();
          }
        }
      }, 1);
      const remove = cluster.faults.add({
        verb: 'list',
        plural: 'vlannamespaces',
        latencyMs: 50,
      });
      const { live } = await harness.begin({ timings: { pageSize: 2 } });
      clearInterval(expire);
      remove();
      expect(namesIn(await live.snapshot(fabric))).toHaveLength(7);
      const pages = cluster
        .requests()
        .filter(({ path }) => path.includes('/vlannamespaces'));
      // 4 pages would do; the 410 made it begin again.
      expect(pages.length).toBeGreaterThan(5);
    });

    it('K5: 410 for a watch leads to a list; nothing is lost or told twice', async () => {
      const { live, changes } = await harness.begin();
      changes.length = 0;
      const stall = cluster.faults.add({
        verb: 'watch',
        plural: 'vlannamespaces',
        status: 503,
      });
      cluster.faults.add({
        verb: 'watch',
        plural: 'vlannamespaces',
        cutWatchAfterEvents: 0,
        times: 1,
      });
      await eventually(() =>
        expect(harness.requestsOf('vlannamespaces').length).toBeGreaterThan(2),
      );
      // While nobody watches: one changed, one gone, one new, and the history forgotten.
      cluster.edit('VLANNamespace', 'one', vlansTo(2000), { manager: 'm' });
      cluster.remove('VLANNamespace', 'two');
      cluster.apply(vlans('three'), { manager: 'cnoc' });
      cluster.compact();
      changes.length = 0;
      stall();
      await eventually(async () =>
        expect(namesIn(await live.snapshot(fabric))).toEqual([
          'VLANNamespace/one',
          'VLANNamespace/three',
        ]),
      );
      expect(
        (await live.get(fabric, 'VLANNamespace', 'one'))!.canonical.spec,
      ).toEqual({ ranges: [{ from: 1000, to: 2000 }] });
      const told = () =>
        changes.filter(({ kinds }) => kinds.includes('VLANNamespace'));
      await eventually(() => expect(told()).toHaveLength(1));
      const watches = harness.requestsOf('vlannamespaces').length;
      cluster.apply(vlans('four'), { manager: 'cnoc' });
      await eventually(() => expect(told()).toHaveLength(2));
      // The list was followed by one watch, which has brought the new object.
      expect(harness.requestsOf('vlannamespaces').length).toBeLessThanOrEqual(
        watches + 1,
      );
    });

    it('K6: watches that keep dropping are resumed: no flap, no new list', async () => {
      const { live, changes } = await harness.begin();
      await eventually(() =>
        expect(harness.requestsOf('vlannamespaces')).toHaveLength(2),
      );
      changes.length = 0;
      const states = new Set<string>();
      const arrived = async (to: number) => {
        const { connection } = await live.snapshot(fabric);
        states.add(connection.state);
        const one = await live.get(fabric, 'VLANNamespace', 'one');
        expect(one!.canonical.spec).toEqual({ ranges: [{ from: 1000, to }] });
      };
      for (let to = 2000; to < 2006; to += 1) {
        cluster.faults.add({
          verb: 'watch',
          plural: 'vlannamespaces',
          cutWatchAfterEvents: 0,
          times: 1,
        });
        cluster.edit('VLANNamespace', 'one', vlansTo(to), { manager: 'm' });
        await eventually(() => arrived(to));
      }
      expect([...states]).toEqual(['connected']);
      const asked = harness.requestsOf('vlannamespaces');
      expect(asked.length).toBeGreaterThanOrEqual(7);
      expect(asked.filter(path => !/watch=true/.test(path))).toHaveLength(1);
      expect(changes.every(({ kinds }) => kinds.length > 0)).toBe(true);
    });

    it('K6: a watch that falls silent is resumed where it was', async () => {
      const { live } = await harness.begin({ timings: { idleTimeoutMs: 400 } });
      const hush = cluster.faults.add({
        verb: 'watch',
        plural: 'vlannamespaces',
        silentWatch: true,
      });
      cluster.edit('VLANNamespace', 'one', vlansTo(2000), { manager: 'm' });
      // A watch that opened in silence would lose the event for good; so none opens before the silence ends.
      cluster.faults.add({
        verb: 'watch',
        plural: 'vlannamespaces',
        status: 503,
        times: 5,
      });
      const asked = harness.requestsOf('vlannamespaces').length;
      await eventually(() =>
        expect(harness.requestsOf('vlannamespaces').length).toBeGreaterThan(
          asked,
        ),
      );
      hush();
      await eventually(async () => {
        const one = await live.get(fabric, 'VLANNamespace', 'one');
        expect(one!.canonical.spec).toEqual({
          ranges: [{ from: 1000, to: 2000 }],
        });
      });
      expect(
        harness
          .requestsOf('vlannamespaces')
          .filter(path => !/watch=true/.test(path)),
      ).toHaveLength(1);
      expect((await live.snapshot(fabric)).connection.state).toBe('connected');
    });

    it('K7: an event that was swallowed is found by the next full check, counted, and told', async () => {
      const { live, changes } = await harness.begin({
        timings: { relistMs: 500 },
      });
      const fullCheck = async () => (await live.snapshot(fabric)).fullCheck;
      await eventually(async () =>
        expect(await fullCheck()).toEqual({
          at: expect.any(Date),
          objects: expect.any(Number),
          missed: 0,
        }),
      );
      const watches = harness.requestsOf('vlannamespaces');
      changes.length = 0;
      cluster.faults.add({
        verb: 'watch',
        plural: 'vlannamespaces',
        swallowEvents: 1,
      });
      cluster.edit('VLANNamespace', 'one', vlansTo(2000), { manager: 'm' });
      await eventually(async () => {
        const one = await live.get(fabric, 'VLANNamespace', 'one');
        expect(one!.canonical.spec).toEqual({
          ranges: [{ from: 1000, to: 2000 }],
        });
        expect(changes.flatMap(({ kinds }) => kinds)).toContain(
          'VLANNamespace',
        );
      });
      await eventually(async () =>
        expect(await fullCheck()).toMatchObject({ missed: 1 }),
      );
      // Other replicas know it, too; and what is repaired is not missed again.
      await eventually(async () =>
        expect(await harness.service().snapshot(fabric)).toMatchObject({
          fullCheck: {
            at: expect.any(Date),
            objects: expect.any(Number),
          },
        }),
      );
      await eventually(async () =>
        expect(await fullCheck()).toMatchObject({ missed: 0 }),
      );
      const opened = (paths: string[]) =>
        paths.filter(path => /watch=true/.test(path)).length;
      // The watch stood all the while.
      expect(opened(harness.requestsOf('vlannamespaces'))).toBe(
        opened(watches),
      );
    });

    it('K7: changes that come while everything is listed are no misses', async () => {
      const { live } = await harness.begin({
        timings: { relistMs: 300, pageSize: 1 },
      });
      cluster.faults.add({
        verb: 'list',
        plural: 'vlannamespaces',
        latencyMs: 60,
      });
      const checks = new Map<number, number>();
      let to = 2000;
      const editing = setInterval(() => {
        to += 1;
        cluster.edit('VLANNamespace', 'one', vlansTo(to), { manager: 'm' });
        if (to % 7 === 0) {
          cluster.apply(vlans('three'), { manager: 'm' });
        } else if (to % 7 === 3 && cluster.get('VLANNamespace', 'three')) {
          cluster.remove('VLANNamespace', 'three');
        }
      }, 5);
      try {
        await eventually(async () => {
          const { fullCheck } = await live.snapshot(fabric);
          if (fullCheck) {
            checks.set(fullCheck.at.getTime(), fullCheck.missed);
          }
          expect(checks.size).toBeGreaterThan(4);
        });
      } finally {
        clearInterval(editing);
      }
      expect([...checks.values()]).toEqual([...checks.values()].map(() => 0));
    });

    it('K26: away for a day, then back with many changes: one list of each kind, in pages, told as one', async () => {
      let skew = 0;
      const { live, changes } = await harness.begin({
        now: () => new Date(Date.now() + skew),
        timings: { pageSize: 100 },
      });
      cluster.faults.add({ verb: '*', status: 503 });
      cluster.faults.add({ verb: 'watch', cutWatchAfterEvents: 0 });
      await eventually(async () =>
        expect((await live.snapshot(fabric)).connection.state).toBe(
          'disconnected',
        ),
      );
      for (let index = 0; index < 1_000; index += 1) {
        cluster.apply(vlans(`new-${index}`), { manager: 'cnoc' });
      }
      cluster.remove('VLANNamespace', 'two');
      cluster.compact();
      skew = 24 * 3_600_000;
      const asked = harness.requestsOf('vlannamespaces').length;
      changes.length = 0;
      cluster.faults.clear();
      await eventually(async () => {
        const snapshot = await live.snapshot(fabric);
        expect(snapshot.connection.state).toBe('connected');
        expect(namesIn(snapshot)).toHaveLength(1_001);
      });
      await eventually(() =>
        expect(changes.flatMap(({ kinds }) => kinds)).toContain(
          'VLANNamespace',
        ),
      );
      const told = changes.filter(({ kinds }) =>
        kinds.includes('VLANNamespace'),
      );
      expect(told).toHaveLength(1);
      // Eleven pages; on a busy machine one may come too late, and the list begins again.
      const pages = harness
        .requestsOf('vlannamespaces')
        .slice(asked)
        .filter(path => !/watch=true/.test(path));
      expect(
        pages.filter(path => !/continue=/.test(path)).length,
      ).toBeLessThanOrEqual(2);
      expect(pages.length).toBeGreaterThanOrEqual(11);
      expect(pages.length).toBeLessThanOrEqual(22);
      await eventually(async () =>
        expect(await database('live_resources')).toHaveLength(1_001),
      );
    });

    it('C12: a kind that is served no more is noticed although its watch stays open, and its return too', async () => {
      const { live } = await harness.begin({
        // Only discovery can be this quick
        timings: { servedMs: 200, retryMinMs: 60_000, retryMaxMs: 60_000 },
      });
      const plural = 'vlannamespaces';
      cluster.faults.add({ verb: 'list', plural, status: 404 });
      cluster.faults.add({
        verb: 'discovery',
        status: 200,
        body: JSON.stringify({
          gitVersion: 'v1.32.4',
          resources: watchedKinds
            .map(({ plural: name }) => ({ name }))
            .filter(({ name }) => name !== plural),
        }),
      });
      await eventually(async () =>
        expect(await live.snapshot(fabric)).toMatchObject({
          unknownKinds: [
            {
              kind: 'VLANNamespace',
              reason: 'notServed',
              message:
                'The cluster does not serve VLANNamespace (wiring.githedgehog.com); its resources cannot be compared.',
            },
          ],
          connection: { state: 'degraded' },
        }),
      );
      cluster.faults.clear();
      await eventually(async () =>
        expect(await live.snapshot(fabric)).toMatchObject({
          unknownKinds: [],
          connection: { state: 'connected' },
        }),
      );
    });

    it('K27: an older server that lacks a kind is a degraded connection that names it', async () => {
      for (const plural of ['gateways', 'gatewaypeerings', 'externals']) {
        cluster.faults.add({ plural, status: 404 });
      }
      const live = harness.service();
      harness.start(live);
      await eventually(async () => {
        const snapshot = await live.snapshot(fabric);
        // Gateways came with later releases, and a fabric may lack them; Externals it may not.
        expect(
          snapshot.unknownKinds.map(({ kind, reason }) => [kind, reason]),
        ).toEqual([
          ['Gateway', 'notServed'],
          ['External', 'notServed'],
          ['GatewayPeering', 'notServed'],
        ]);
        expect(snapshot).toMatchObject({
          complete: true,
          connection: {
            state: 'degraded',
            message: expect.stringMatching(
              /External\. The cluster does not serve External \(vpc\.githedgehog\.com\)/,
            ),
          },
        });
        expect(namesIn(snapshot)).toHaveLength(2);
      });
    });

    it('a cluster that is down is disconnected with stale since; what was seen stays', async () => {
      const { live } = await harness.begin();
      const before = new Date();
      cluster.faults.add({ verb: '*', status: 503, message: 'down' });
      cluster.faults.add({ verb: 'watch', cutWatchAfterEvents: 0 });
      cluster.edit('VLANNamespace', 'one', vlansTo(2000), { manager: 'm' });
      await eventually(async () => {
        const snapshot = await live.snapshot(fabric);
        expect(snapshot.connection.state).toBe('disconnected');
        expect(namesIn(snapshot)).toHaveLength(2);
        expect(
          snapshot.connection.staleSince!.getTime(),
        ).toBeGreaterThanOrEqual(before.getTime() - 1_000);
      });
      await eventually(async () =>
        expect(
          (
            await harness.service().snapshot(fabric)
          ).connection,
        ).toMatchObject({
          state: 'disconnected',
          staleSince: expect.any(Date),
        }),
      );
      cluster.faults.clear();
      await eventually(async () => {
        const snapshot = await live.snapshot(fabric);
        expect(snapshot.connection.state).toBe('connected');
        expect(snapshot.connection.staleSince).toBeUndefined();
      });
    });

    it('after a restart beside a dead cluster the old rows are shown, stale', async () => {
      const first = await harness.begin();
      await eventually(async () =>
        expect(await database('live_resources')).toHaveLength(2),
      );
      await eventually(async () =>
        expect((await harness.service().snapshot(fabric)).complete).toBe(true),
      );
      expect(await first.live.snapshot(fabric)).toBeDefined();
      await first.stop();
      cluster.faults.add({ verb: '*', status: 503 });
      const live = harness.service();
      harness.start(live);
      await eventually(async () => {
        const snapshot = await live.snapshot(fabric);
        expect(snapshot.connection).toMatchObject({
          state: 'disconnected',
          staleSince: expect.any(Date),
        });
        expect(namesIn(snapshot)).toHaveLength(2);
        expect(snapshot.complete).toBe(false);
      });
    });

    it('tables that nobody renews are unknown, not connected', async () => {
      await harness.begin();
      await eventually(async () =>
        expect(
          (
            await harness.service().snapshot(fabric)
          ).connection.state,
        ).toBe('connected'),
      );
      const later = harness.service({
        now: () => new Date(Date.now() + 3_600_000),
      });
      expect((await later.snapshot(fabric)).connection).toMatchObject({
        state: 'unknown',
        staleSince: expect.any(Date),
      });
    });

    it('K3: a conflict with another manager is told, and force takes over', async () => {
      const client = harness.service().client('c');
      cluster.edit('VLANNamespace', 'one', vlansTo(2000), {
        manager: 'kubectl-edit',
      });
      const failure = await client.apply(vlans('one', 2500)).catch(e => e);
      expect(failure).toMatchObject({
        reason: 'conflict',
        conflicts: [{ manager: 'kubectl-edit', field: 'spec.ranges' }],
      });
      await client.apply(vlans('one', 2500), { force: true });
      expect(cluster.get('VLANNamespace', 'one')!.spec).toEqual({
        ranges: [{ from: 1000, to: 2500 }],
      });
    });

    it('K20: a delete names the very object that was seen', async () => {
      const client = harness.service().client('c');
      await expect(
        client.remove('VLANNamespace', 'one', { uid: 'another' }),
      ).rejects.toMatchObject({ reason: 'conflict' });
      const { uid } = cluster.get('VLANNamespace', 'one')!.metadata;
      await client.remove('VLANNamespace', 'one', { uid: String(uid) });
      expect(cluster.get('VLANNamespace', 'one')).toBeUndefined();
      await expect(client.get('VLANNamespace', 'one')).rejects.toMatchObject({
        reason: 'notFound',
      });
      await expect(client.identity()).resolves.toBe(cluster.uid);
    });
  });
});
