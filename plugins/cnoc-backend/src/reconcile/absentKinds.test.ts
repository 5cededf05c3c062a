import { findKind } from '@cnoc/hedgehog';
import { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = testDatabases();
const message =
  'The cluster does not serve Gateway (gateway.githedgehog.com); its resources cannot be compared.';

describe.each(databases.eachSupportedId())(
  'kinds that a cluster does not serve, on %s',
  id => {
    let lab: Lab;
    let replica: TestEngine;
    let api: TestApi;

    beforeEach(async () => {
      lab = await Lab.start({ agents: false });
      const database: Knex = await databases.init(id);
      await migrateUp(database);
      const { faults } = lab.clusters.get('lab-mesh')!;
      for (const verb of ['list', 'watch'] as const) {
        faults.add({ verb, plural: 'gateways', status: 404 });
      }
      replica = await startTestEngine({ lab, database });
      api = await startTestApi(replica.engine);
    });
    afterEach(async () => {
      await api?.close();
      await replica?.stop();
      await lab?.stop();
    });

    const commitGateway = async () => {
      await lab.git.commit('fabrics', {
        message: 'A gateway',
        files: {
          'fabrics/lab-mesh/gateway.yaml': findKind('Gateway')!.example,
        },
      });
      await api.client.syncFabric('lab-mesh');
    };
    const gateway = () =>
      api.client.getResource('lab-mesh', 'Gateway', 'gateway-1');

    it('C12, K27: what git has of it is unknown and says why; it is no drift, and never planned', async () => {
      await eventually(async () => {
        const { status } = await api.client.getFabric('lab-mesh');
        // Without any of it in git nothing is amiss
        expect(status).toMatchObject({
          connection: { state: 'connected' },
          drift: { state: 'inSync' },
        });
        expect(status.connection.unknownKinds ?? []).toEqual([]);
      });
      await commitGateway();
      await eventually(async () =>
        expect((await api.client.getFabric('lab-mesh')).status).toMatchObject({
          connection: { state: 'connected', unknownKinds: ['Gateway'] },
          drift: { state: 'unknown' },
        }),
      );
      expect(await gateway()).toMatchObject({
        state: 'unknown',
        reason: message,
        openFindings: [],
      });
      const request = { prune: true, force: false };
      const plan = await api.client.createPlan('lab-mesh', request);
      expect(plan.lines).toEqual([]);
      expect(plan.blockers).toMatchObject([
        { rule: 'plan.unknownKind', message },
      ]);
    });

    it('C12: once the cluster serves it, it is compared', async () => {
      await commitGateway();
      await eventually(async () =>
        expect((await gateway()).state).toBe('unknown'),
      );
      lab.clusters.get('lab-mesh')!.faults.clear();
      await eventually(async () => {
        const now = await gateway();
        expect(now.state).toBe('committed');
        expect(now.reason).not.toBe(message);
      });
    });
  },
);
