import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { Lab } from '@cnoc/lab';
import request from 'supertest';
import { cnocPlugin } from './plugin';
import { eventually } from './__testUtils__/eventually';
import { labConfig } from './__testUtils__/labConfig';

jest.setTimeout(60_000);

describe('cnocPlugin on the lab', () => {
  let lab: Lab;
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  let stop: () => Promise<void>;

  beforeAll(async () => {
    lab = await Lab.start({ agents: { applyDelayMs: 50, heartbeatMs: 500 } });
    const backend = await startTestBackend({
      features: [
        cnocPlugin,
        mockServices.rootConfig.factory({ data: labConfig(lab) }),
      ],
    });
    server = backend.server;
    stop = () => backend.stop();
  });

  afterAll(async () => {
    await stop?.();
    await lab?.stop();
  });

  it('lists both fabrics with status: lab-clos drifted in every severity, lab-mesh in sync', async () => {
    const fabrics = await eventually(async () => {
      const { body } = await request(server)
        .get('/api/cnoc/v1/fabrics')
        .set('Authorization', mockCredentials.user.header())
        .expect(200);
      const items = body.items as Fabric[];
      expect(
        items.map(fabric => [fabric.name, fabric.status.drift.state]),
      ).toEqual([
        ['lab-clos', 'drifted'],
        ['lab-mesh', 'inSync'],
      ]);
      return items;
    });
    const [clos] = fabrics;
    expect(clos.status.connection.state).toBe('connected');
    expect(clos.status.sync.state).toBe('synced');
    const { critical, warning, info } = clos.status.drift.findings;
    expect(Math.min(critical, warning, info)).toBeGreaterThan(0);
  });
});
