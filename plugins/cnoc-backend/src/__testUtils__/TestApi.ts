import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { CnocClient } from '@cnoc/backstage-plugin-cnoc-common';
import express from 'express';
import type { Engine } from '../engine';
import { createRouter } from '../http/createRouter';
import { FabricAccess } from '../http/FabricAccess';

/** The REST API of an engine, with every answer held against the contract. */
export interface TestApi {
  client: CnocClient;
  url: string;
  close: () => Promise<void>;
}

export async function startTestApi(engine: Engine): Promise<TestApi> {
  const permissions = mockServices.permissions();
  const logger = mockServices.logger.mock();
  const app = express();
  app.use(
    createRouter({
      ...engine,
      logger,
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({
          success: async () => {},
          fail: async () => {},
        }),
      }),
      access: FabricAccess.create({
        ...engine,
        httpAuth: mockServices.httpAuth(),
        permissions,
        permissionsRegistry: mockServices.permissionsRegistry.mock(),
      }),
      validateResponses: true,
    }),
  );
  const server = await new Promise<Server>(resolve => {
    const listening: Server = app.listen(0, '127.0.0.1', () =>
      resolve(listening),
    );
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    client: new CnocClient({
      discoveryApi: { getBaseUrl: async () => url },
      fetchApi: { fetch },
    }),
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
