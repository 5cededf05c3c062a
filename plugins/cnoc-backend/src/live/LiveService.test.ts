import { ConflictError } from '@backstage/errors';
import { LabCluster } from '@cnoc/lab';
import { Knex } from 'knex';
import { FabricDefinition } from '../fabrics/FabricDefinition';
import { noFence } from '../fabrics/Fence';
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

jest.setTimeout(60_000);

describe('LiveService', () => {
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

    it('lists, watches, and tells of changes', async () => {
      const { live, changes } = await harness.begin();
      const snapshot = await live.snapshot(fabric);
      expect(namesIn(snapshot)).toEqual([
        'VLANNamespace/one',
        'VLANNamespace/two',
      ]);
      expect(snapshot.connection.state).toBe('connected');
      expect(snapshot.connection.staleSince).toBeUndefined();
      expect(snapshot.unknownKinds).toEqual([]);
      changes.length = 0;
      cluster.edit('VLANNamespace', 'one', vlansTo(2000), {
        manager: 'kubectl-edit',
      });
      cluster.apply(vlans('three'), { manager: 'cnoc' });
      cluster.remove('VLANNamespace', 'two');
      await eventually(async () =>
        expect(namesIn(await live.snapshot(fabric))).toEqual([
          'VLANNamespace/one',
          'VLANNamespace/three',
        ]),
      );
      // The first watches of other kinds may open in the same moment.
      await eventually(() =>
        expect(changes).toContainEqual({
          cluster: 'c',
          kinds: expect.arrayContaining(['VLANNamespace']),
        }),
      );
      const one = (await live.get(fabric, 'VLANNamespace', 'one'))!;
      expect(one.canonical.spec).toEqual({
        ranges: [{ from: 1000, to: 2000 }],
      });
      expect(live.changedBy(one, 'spec.ranges[0].to')).toMatchObject({
        manager: 'kubectl-edit',
      });
      expect(one.uid).toBe(cluster.get('VLANNamespace', 'one')!.metadata.uid);
    });

    it('leaves out what Hedgehog’s controllers own', async () => {
      const { live } = await harness.begin();
      expect(cluster.get('GatewayGroup', 'default')).toBeDefined();
      expect(namesIn(await live.snapshot(fabric))).not.toContain(
        'GatewayGroup/default',
      );
    });

    it('keeps the tables equal for the other replicas, and a restart starts from them', async () => {
      const { live } = await harness.begin();
      const reader = harness.service();
      await eventually(async () => {
        const stored = await reader.snapshot(fabric);
        expect(stored.objects).toEqual((await live.snapshot(fabric)).objects);
        expect(stored).toMatchObject({
          complete: true,
          connection: { state: 'connected' },
        });
      });
      cluster.remove('VLANNamespace', 'two');
      cluster.edit('VLANNamespace', 'one', vlansTo(2000), { manager: 'm' });
      await eventually(async () => {
        const stored = await reader.snapshot(fabric);
        expect(namesIn(stored)).toEqual(['VLANNamespace/one']);
        expect(stored.objects).toEqual((await live.snapshot(fabric)).objects);
      });
      await expect(reader.get(fabric, 'VLANNamespace', 'one')).resolves.toEqual(
        await live.get(fabric, 'VLANNamespace', 'one'),
      );
    });

    it('writes only what changed', async () => {
      const { live } = await harness.begin();
      await eventually(async () =>
        expect(await database('live_resources')).toHaveLength(2),
      );
      const rows: unknown[][] = [];
      database.on('query', ({ sql, bindings }) => {
        if (/(insert into|delete from) .live_resources/.test(sql)) {
          rows.push(bindings);
        }
      });
      cluster.edit('VLANNamespace', 'one', vlansTo(2000), { manager: 'm' });
      await eventually(async () => expect(rows).toHaveLength(1));
      expect(rows[0]).toContain('one');
      expect(rows[0]).not.toContain('two');
      expect(await live.get(fabric, 'VLANNamespace', 'two')).toBeDefined();
    });

    it('D7: writes nothing once the fence is lost', async () => {
      const live = harness.service();
      let asked = 0;
      harness.start(live, {
        assertHeld: async () => {
          asked += 1;
          throw new ConflictError('another replica holds the lease');
        },
      });
      await eventually(async () => {
        expect((await live.snapshot(fabric)).complete).toBe(true);
        expect(asked).toBeGreaterThan(0);
      });
      cluster.apply(vlans('three'), { manager: 'cnoc' });
      await eventually(async () =>
        expect(namesIn(await live.snapshot(fabric))).toHaveLength(3),
      );
      expect(await database('live_resources')).toEqual([]);
      expect(await database('live_connections')).toEqual([]);
      expect(asked).toBe(1);
    });

    it('several fabrics share one set of informers', async () => {
      const live = harness.service();
      const second = { ...fabric, name: 'second' };
      harness.start(live, noFence, [fabric, second]);
      await eventually(async () => {
        expect(namesIn(await live.snapshot(fabric))).toHaveLength(2);
        expect(namesIn(await live.snapshot(second))).toHaveLength(2);
      });
      expect(
        harness.requestsOf('vlannamespaces').filter(path => !/watch/.test(path))
          .length,
      ).toBeLessThanOrEqual(2);
      expect(() =>
        live.start('c', { fabrics: [fabric], fence: noFence }),
      ).toThrow(/already/);
    });

    it('stop ends every request', async () => {
      const live = harness.service();
      const watching = harness.start(live);
      await eventually(async () =>
        expect((await live.snapshot(fabric)).complete).toBe(true),
      );
      await watching.stop();
      // What was on its way is still counted by the server; after that, nothing.
      let counted = -1;
      await eventually(async () => {
        const before = counted;
        await new Promise(done => setTimeout(done, 500));
        counted = cluster.requests().length;
        expect(counted).toBe(before);
      });
      expect(
        cluster.requests().filter(({ path }) => path === '/version').length,
      ).toBeLessThanOrEqual(3);
    });

    it('tests a connection', async () => {
      const live = harness.service();
      const fine = await live.test(fabric);
      expect(fine).toMatchObject({
        ok: true,
        namespace: 'default',
        version: expect.stringMatching(/^v\d/),
      });
      expect(fine.kinds).toContainEqual(
        expect.objectContaining({ kind: 'VPC', served: true, listable: true }),
      );
      cluster.faults.add({
        verb: 'list',
        plural: 'vpcs',
        status: 403,
        message: 'vpcs is forbidden',
      });
      const refused = await live.test(fabric);
      expect(refused).toMatchObject({
        ok: false,
        message: expect.stringMatching(/VPC: vpcs is forbidden/),
      });
      expect(refused.kinds).toContainEqual(
        expect.objectContaining({ kind: 'VPC', served: true, listable: false }),
      );
      await expect(
        harness.service({ token: 'expired' }).test(fabric),
      ).resolves.toMatchObject({
        ok: false,
        message: expect.stringMatching(/expired/),
      });
    });

    it('an unknown cluster is NotFound', async () => {
      const live = harness.service();
      const nowhere = { ...fabric, cluster: 'nope' };
      expect(() =>
        live.start('nope', { fabrics: [nowhere], fence: noFence }),
      ).toThrow(expect.objectContaining({ name: 'NotFoundError' }));
      await expect(live.test(nowhere)).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      await expect(live.client('nope').version()).rejects.toMatchObject({
        reason: 'refused',
      });
    });
  });
});
