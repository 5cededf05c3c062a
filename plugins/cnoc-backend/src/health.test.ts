import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';

import { rootHealthServiceFactory } from '@backstage/backend-defaults/rootHealth';
import type { Health } from '@cnoc/backstage-plugin-cnoc-common';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { cnocPlugin } from './plugin';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(60_000);

/** An address that refuses: it was free a moment ago. */
async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe('H23: a backend whose clusters and git are all down', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    const url = await deadUrl();
    backend = await startTestBackend({
      features: [
        cnocPlugin,
        rootHealthServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            cnoc: {
              network: { allow: ['127.0.0.1'] },
              repositories: [{ name: 'r', url: `${url}/git/f.git` }],
              clusters: ['a', 'b'].map(name => ({ name, server: url })),
              fabrics: ['a', 'b'].map(name => ({
                name,
                repository: 'r',
                cluster: name,
              })),
            },
          },
        }),
      ],
    });
  });
  afterAll(() => backend?.stop());

  const get = (path: string) =>
    request(backend.server)
      .get(path)
      .set('Authorization', mockCredentials.user.header());

  it('starts, lists its fabrics, and says what is down', async () => {
    const list = await get('/api/cnoc/v1/fabrics');
    expect(list.status).toBe(200);
    expect(list.body.items).toHaveLength(2);
    await eventually(async () => {
      const { status, body } = await get('/api/cnoc/v1/health');
      expect(status).toBe(200);
      const health = body as Health;
      expect(health.state).toBe('degraded');
      expect(
        Object.fromEntries(
          health.checks.map(({ check, state }) => [check, state]),
        ),
      ).toEqual({
        database: 'ok',
        git: 'failing',
        clusters: 'failing',
        reconciler: 'ok',
      });
    });
  });

  it.each(['readiness', 'liveness'])(
    'Backstage’s own %s stays well, so that nothing restarts it',
    async probe => {
      const { status } = await get(`/.backstage/health/v1/${probe}`);
      expect(status).toBe(200);
    },
  );
});
