import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import createKnex, { type Knex } from 'knex';
import type { FabricTails } from '../src/activity/FabricTails';
import { eventRoutes } from '../src/http/eventRoutes';
import { EventStreams } from '../src/http/EventStreams';
import { FabricAccess } from '../src/http/FabricAccess';
import type { RouteOptions } from '../src/http/RouteOptions';

export interface EventServer {
  port: number;
  stop(): Promise<void>;
}

export const silent = {
  ...Object.fromEntries(
    ['error', 'warn', 'info', 'debug'].map(level => [level, () => {}]),
  ),
  child: () => silent,
} as unknown as LoggerService;

export async function migratedDatabase(): Promise<Knex> {
  const database = createKnex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, idleTimeoutMillis: 2 ** 31 - 1 },
  });
  await database.migrate.latest({
    directory: path.join(__dirname, '..', 'migrations'),
  });
  return database;
}

/** CNOC's own route over tails, with a permission framework that allows all. */
export async function serveEvents(tails: FabricTails): Promise<EventServer> {
  const streams = EventStreams.create({ all: 5_000, perCaller: 5_000 });
  const router = PromiseRouter();
  eventRoutes(router, {
    tails,
    streams,
    access: FabricAccess.create({
      fabrics: {
        get: async (name: string) => ({ definition: { name } }),
      } as never,
      httpAuth: {
        credentials: async () => ({
          principal: { type: 'service', subject: 'bench' },
        }),
      } as never,
      permissions: {
        authorize: async (requests: unknown[]) =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      } as never,
      permissionsRegistry: {} as never,
    }),
  } as RouteOptions);
  return listen(createServer(express().use(router)), () => streams.close());
}

/** Writes what it is told to all who are connected, and nothing else. */
export async function serveBare(): Promise<
  EventServer & { send(text: string): void }
> {
  const open = new Set<ServerResponse>();
  let last = '';
  const server = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.flushHeaders();
    response.socket?.setNoDelay(true);
    if (request.headers['last-event-id']) response.write(last);
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  const listening = await listen(server, () => {});
  return {
    ...listening,
    send(text) {
      last = text;
      for (const response of open) response.write(text);
    },
  };
}

async function listen(
  server: ReturnType<typeof createServer>,
  stop: () => void,
): Promise<EventServer> {
  server.listen({ port: 0, host: '127.0.0.1', backlog: 2_000 });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      stop();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
