import { Lab, type LabCluster } from '@cnoc/lab';
import type { Knex } from 'knex';
import { apiCaller } from '../__testUtils__/apiCall';
import {
  recordAudit,
  type AuditRecorder,
} from '../__testUtils__/AuditRecorder';
import { eventually } from '../__testUtils__/eventually';
import { labConfig } from '../__testUtils__/labConfig';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import { ClusterFront } from '../live/clusters/__testUtils__/ClusterFront';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';

jest.setTimeout(120_000);

const resource = /githedgehog/;

describe('K25: the cluster changed behind the same address', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let database: Knex;
    let lab: Lab;
    let first: LabCluster;
    let second: LabCluster;
    let front: ClusterFront;
    let replica: TestEngine;
    let api: TestApi;
    let audit: AuditRecorder;
    let call: ReturnType<typeof apiCaller>['call'];

    const start = async () => {
      const { cnoc, ...config } = labConfig(lab) as any;
      const [fabric] = cnoc.fabrics;
      audit = recordAudit();
      replica = await startTestEngine({
        database,
        auditor: audit,
        config: {
          ...config,
          cnoc: {
            ...cnoc,
            clusters: [{ name: first.name, server: front.url }],
            fabrics: [fabric],
          },
        },
      });
      api = await startTestApi(replica.engine, { auditor: audit });
      ({ call } = apiCaller(api));
    };
    const stop = async () => {
      await api.close();
      await replica.stop();
    };
    const seen = async () => {
      const [fabric, cluster, activity] = await Promise.all([
        call('GET', `/fabrics/${first.name}`),
        call('GET', `/clusters/${first.name}`),
        call('GET', `/fabrics/${first.name}/activity`),
      ]);
      return {
        connection: fabric.body.status.connection.state,
        drift: fabric.body.status.drift.state,
        cluster: cluster.body,
        told: activity.body.items
          .filter((one: any) => one.type === 'cluster.replaced')
          .map((one: any) => one.severity),
      };
    };
    const isReplaced = async () =>
      eventually(async () => {
        expect(await seen()).toMatchObject({
          connection: 'disconnected',
          cluster: {
            health: {
              state: 'disconnected',
              message: expect.stringMatching(/Another cluster than before/),
            },
            identity: {
              state: 'changed',
              pinned: first.uid,
              seen: second.uid,
            },
          },
          told: ['critical'],
        });
      });

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
      lab = await Lab.start({ agents: false });
      [first, second] = lab.clusters.values();
      front = await ClusterFront.start();
      front.cluster = first;
      await start();
    });
    afterAll(async () => {
      await stop();
      await front?.stop();
      await lab?.stop();
    });

    it('the first that answers counts', async () => {
      await eventually(async () => {
        expect(await seen()).toMatchObject({
          connection: 'connected',
          cluster: {
            version: expect.stringMatching(/^v1/),
            health: { state: 'connected' },
            identity: { state: 'pinned', pinned: first.uid },
          },
          told: [],
        });
      });
    });

    it('another one is neither read nor written, and everybody is told once', async () => {
      front.replaceBy(second);
      await isReplaced();
      const { live } = replica.engine;
      const client = live.client(first.name, 'default');
      await expect(client.listPage('VPC', { limit: 1 })).rejects.toMatchObject({
        reason: 'replaced',
      });
      await expect(
        client.remove('VPC', 'vpc-1', { uid: 'x' }),
      ).rejects.toMatchObject({ reason: 'replaced' });
      await expect(
        client.apply({
          apiVersion: 'vpc.githedgehog.com/v1beta1',
          kind: 'VPC',
          metadata: { name: 'vpc-9' },
          spec: {},
        }),
      ).rejects.toMatchObject({ reason: 'replaced' });
      expect(front.requests.filter(path => resource.test(path))).toEqual([]);
      const tested = await call('POST', `/clusters/${first.name}/test`);
      expect(tested.body).toMatchObject({ ok: false, identity: second.uid });
    });

    it('a restart does not forget which one it was', async () => {
      await stop();
      front.requests.length = 0;
      await start();
      await isReplaced();
      expect(front.requests.filter(path => resource.test(path))).toEqual([]);
    });

    it('only the one that answers now can be accepted', async () => {
      const path = `/clusters/${first.name}/identity`;
      const other = await call('PUT', path, { identity: first.uid });
      expect(other.status).toBe(409);
      expect((await seen()).cluster.identity.state).toBe('changed');
      const { etag } = (await seen()).cluster;
      const stale = await call(
        'PUT',
        path,
        { identity: second.uid },
        { 'If-Match': '"old"' },
      );
      expect(stale.status).toBe(412);
      const accepted = await call(
        'PUT',
        path,
        { identity: second.uid },
        { 'If-Match': `"${etag}"` },
      );
      expect(accepted).toMatchObject({
        status: 200,
        body: { identity: { state: 'pinned', pinned: second.uid } },
      });
      expect(audit.events).toContainEqual(
        expect.objectContaining({
          eventId: 'cluster-trust-identity',
          outcome: 'succeeded',
          severityLevel: 'high',
          meta: expect.objectContaining({
            before: first.uid,
            after: second.uid,
          }),
        }),
      );
      await eventually(async () =>
        expect((await seen()).connection).toBe('connected'),
      );
    });
  });
});
