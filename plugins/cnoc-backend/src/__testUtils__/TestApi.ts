import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  AuditorService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { CnocClient } from '@cnoc/backstage-plugin-cnoc-common';
import express from 'express';
import type { Engine } from '../engine';
import { createRouter } from '../http/createRouter';
import { FabricAccess } from '../http/FabricAccess';
import { quietAuditor } from './TestEngine';

/** The REST API of an engine, with every answer held against the contract. */
export interface TestApi {
  client: CnocClient;
  url: string;
  close: () => Promise<void>;
}

export async function startTestApi(
  engine: Engine,
  options: {
    auditor?: AuditorService;
    logger?: LoggerService;
    permissions?: PermissionsService;
  } = {},
): Promise<TestApi> {
  const permissions = options.permissions ?? mockServices.permissions();
  const logger = options.logger ?? mockServices.logger.mock();
  const app = express();
  app.use(
    createRouter({
      ...engine,
      logger,
      auditor: options.auditor ?? quietAuditor,
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
