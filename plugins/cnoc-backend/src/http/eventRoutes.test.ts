import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Activity } from '@cnoc/backstage-plugin-cnoc-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Knex } from 'knex';
import { ActivityService } from '../activity/ActivityService';
import { DatabaseActivityStore } from '../activity/DatabaseActivityStore';
import { FabricTails } from '../activity/FabricTails';
import type { ActivityEntry } from '../activity/ActivityStore';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { eventually } from '../__testUtils__/eventually';
import { readEvents, type Reading } from '../__testUtils__/readEvents';
import { errorHandler } from './errorHandler';
import { eventRoutes } from './eventRoutes';
import { EventStreams, type EventStreamLimits } from './EventStreams';
import { FabricAccess } from './FabricAccess';
import type { RouteOptions } from './RouteOptions';

jest.setTimeout(60_000);

const databases = testDatabases();
const line = (message: string): ActivityEntry => ({
  type: 'plan.created',
  message,
});

describe.each(databases.eachSupportedId())('GET events on %s', id => {
  let database: Knex;
  let activity: ActivityService;
  let decision: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  let expiresAt: Date | undefined;
  let servers: Replica[];
  let readings: Reading[];
  let sockets: Socket[];

  interface Replica {
    url: string;
    port: number;
    streams: EventStreams;
    tails: FabricTails;
    server: Server;
  }

  beforeAll(async () => {
    database = await databases.init(id);
    await migrateUp(database);
  });
  afterAll(() => database?.destroy());
  beforeEach(async () => {
    decision = AuthorizeResult.ALLOW;
    expiresAt = undefined;
    servers = [];
    readings = [];
    sockets = [];
    await database('activity').delete();
    await database('activity_heads').delete();
    activity = ActivityService.create({
      store: DatabaseActivityStore.create({ database }),
      fabrics: { bumpRevision: async () => 1 } as never,
      announcer: { announce: () => {} } as never,
      now: () => new Date(),
    });
  });
  afterEach(async () => {
    for (const reading of readings) reading.stop();
    for (const socket of sockets) socket.destroy();
    for (const { server, streams, tails } of servers) {
      streams.close();
      tails.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
  });

  async function replica(
    options: {
      limits?: Partial<EventStreamLimits>;
      /** Hears of what is written only by its poll */
      deaf?: boolean;
    } = {},
  ): Promise<Replica> {
    const tails = FabricTails.create({
      store: DatabaseActivityStore.create({ database }),
      logger: mockServices.logger.mock(),
      pollMs: options.deaf ? 20 : 60_000,
    });
    if (!options.deaf) activity.onRecord(fabric => tails.wake(fabric));
    const streams = EventStreams.create(options.limits);
    const app = express();
    const router = PromiseRouter();
    const httpAuth = mockServices.httpAuth();
    eventRoutes(router, {
      tails,
      streams,
      access: FabricAccess.create({
        fabrics: {
          get: async (name: string) =>
            name === 'gone' ? undefined : { definition: { name } },
        } as never,
        httpAuth: {
          ...httpAuth,
          credentials: async (request: never, how: never) => ({
            ...(await httpAuth.credentials(request, how)),
            expiresAt,
          }),
        } as never,
        permissions: mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(() => ({ result: decision })),
        }),
        permissionsRegistry: mockServices.permissionsRegistry.mock(),
      }),
    } as RouteOptions);
    app.use(router, errorHandler(mockServices.logger.mock()));
    const server = await new Promise<Server>(resolve => {
      const listening: Server = app.listen(0, '127.0.0.1', () =>
        resolve(listening),
      );
    });
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/v1/fabrics`;
    const made = { url, port, streams, tails, server };
    servers.push(made);
    return made;
  }

  async function follow(
    url: string,
    options: { fabric?: string; last?: string } = {},
  ): Promise<Reading> {
    const reading = await readEvents(`${url}/${options.fabric ?? 'f'}/events`, {
      last: options.last,
    });
    readings.push(reading);
    return reading;
  }

  const messages = (reading: Reading) =>
    reading.events
      .filter(one => one.event === 'activity')
      .map(one => (JSON.parse(one.data) as Activity).message);
  const until = (reading: Reading, wanted: string[]) =>
    eventually(() => expect(messages(reading)).toEqual(wanted));
  const names = (count: number, from = 1) =>
    Array.from({ length: count }, (_, index) => `m${from + index}`);
  const write = async (...written: string[]) => {
    for (const one of written) await activity.record('f', line(one));
  };
  const newest = async () => (await activity.page('f', { limit: 1 }))[0].id;

  it('tells what happens from now on, each line once and as the timeline has it', async () => {
    const { url } = await replica();
    await write('before');
    const reading = await follow(url);
    await write(...names(5));
    await activity.record('other', line('elsewhere'));
    await until(reading, names(5));
    const [last] = await activity.page('f', { limit: 1 });
    expect(JSON.parse(reading.events.at(-1)!.data)).toEqual(last);
    expect(reading.events.at(-1)!.id).toBe(last.id);
  });

  it('tells of what another replica writes, by the slow poll alone if need be', async () => {
    const { url } = await replica({ deaf: true });
    const reading = await follow(url);
    await write(...names(3));
    await eventually(() => expect(messages(reading)).toEqual(names(3)));
  });

  it('goes on where the reader was cut off, at any replica, without a gap or a repetition', async () => {
    const [one, two] = [await replica(), await replica({ deaf: true })];
    const first = await follow(one.url);
    await write(...names(3));
    await until(first, names(3));
    first.stop();
    await write(...names(4, 4));
    const second = await follow(two.url, { last: first.lastId });
    await until(second, names(4, 4));
    second.stop();
    const third = await follow(one.url, { last: second.lastId });
    await write('m8');
    await eventually(() => expect(messages(third)).toEqual(['m8']));
  });

  it('a reader that got nothing yet can come back as well', async () => {
    const { url } = await replica();
    const empty = await follow(url);
    await eventually(() => expect(empty.lastId).toBe('0'));
    empty.stop();
    await write('m1');
    const back = await follow(url, { last: empty.lastId });
    await until(back, ['m1']);
  });

  it.each([
    ['unknown', async () => String(Number(await newest()) - 1)],
    ['of the future', async () => String(Number(await newest()) + 5)],
    ['huge', async () => '9'.repeat(300)],
    ['malformed', async () => '1; drop table activity'],
    ['negative', async () => '-1'],
    ['a fraction', async () => '1.5'],
    ['empty', async () => ' '],
  ])(
    'H22: an id that is %s is answered with resync, then live',
    async (_, idOf) => {
      const { url } = await replica();
      await write('m1');
      // Ids are shared by all fabrics, so the one before belongs to another
      await activity.record('other', line('elsewhere'));
      await write('m2');
      const last = await idOf();
      const reading = await follow(url, { last });
      await eventually(() =>
        expect(reading.events.map(one => one.event)).toEqual(['resync']),
      );
      await write('m3');
      await until(reading, ['m3']);
    },
  );

  it('H22: whoever is more than 1,000 lines behind is told to resync, once', async () => {
    const { url } = await replica();
    await write('m1');
    const last = await newest();
    for (let batch = 0; batch < 11; batch++) {
      await activity.record('f', ...names(100).map(line));
    }
    const reading = await follow(url, { last });
    await write('live');
    await until(reading, ['live']);
    expect(reading.events.map(one => one.event)).toEqual([
      'resync',
      'activity',
    ]);
  });

  it('H5: the stream closes when the right is gone', async () => {
    const { url, streams } = await replica({
      limits: { recheckMs: 20, tendMs: 10 },
    });
    const reading = await follow(url);
    await write('m1');
    await until(reading, ['m1']);
    decision = AuthorizeResult.DENY;
    await reading.ended;
    await eventually(() => expect(streams.size).toBe(0));
    const again = await fetch(`${url}/f/events`);
    expect(again.status).toBe(404);
  });

  it('H5: the right is asked for again within a minute', () => {
    const { recheckMs, tendMs } = EventStreams.limits;
    expect(recheckMs + tendMs).toBeLessThanOrEqual(60_000);
  });

  it('H1: the stream closes when the token ends', async () => {
    expiresAt = new Date(Date.now() + 200);
    const { url } = await replica({ limits: { tendMs: 10 } });
    const reading = await follow(url);
    await reading.ended;
    expect(reading.text).toMatch(/retry: \d+/);
  });

  it('H3: a fabric that is not there answers 404, not a stream', async () => {
    const { url } = await replica();
    expect((await fetch(`${url}/gone/events`)).status).toBe(404);
  });

  it('L6: a stop tells readers when to come back, and takes no new ones', async () => {
    const { url, streams } = await replica();
    const reading = await follow(url);
    streams.close();
    await reading.ended;
    expect(reading.text).toMatch(/retry: \d{4}\n\n$/);
    expect((await fetch(`${url}/f/events`)).status).toBe(503);
  });

  it('shows that it lives', async () => {
    const { url } = await replica({ limits: { heartbeatMs: 5, tendMs: 5 } });
    const reading = await follow(url);
    await eventually(() => expect(reading.text).toContain(': still here\n\n'));
    expect(reading.events).toEqual([]);
  });

  it('counts streams in all and of one caller', async () => {
    const few = await replica({ limits: { perCaller: 2 } });
    const open = [await follow(few.url), await follow(few.url)];
    const refused = await fetch(`${few.url}/f/events`);
    expect(refused.status).toBe(503);
    expect((await refused.json()).error.message).toMatch(/2 streams/);
    open[0].stop();
    await eventually(() => expect(few.streams.size).toBe(1));
    await follow(few.url);
    const full = await replica({ limits: { all: 0 } });
    expect((await fetch(`${full.url}/f/events`)).status).toBe(503);
  });

  const wide = 'x'.repeat(1_990);
  const flood = () => activity.record('f', ...names(40).map(() => line(wide)));

  /** A reader that stops reading; what it got until then, and goes on to get, is in `taken`. */
  async function slowReader({ port, streams }: Replica) {
    const before = streams.size;
    const reader = {
      socket: connect({ port, host: '127.0.0.1' }),
      taken: '',
    };
    reader.socket.on('data', data => {
      reader.taken += data;
    });
    reader.socket.on('error', () => {});
    reader.socket.write('GET /v1/fabrics/f/events HTTP/1.1\r\nHost: x\r\n\r\n');
    await eventually(() => expect(streams.size).toBe(before + 1));
    reader.socket.pause();
    sockets.push(reader.socket);
    return reader;
  }

  it('H21: slow readers have a bounded buffer, and are dropped after a resync marker while others go on', async () => {
    const slowReaders = 20;
    const server = await replica({ limits: { tendMs: 20 } });
    const { url, streams } = server;
    const readers: Awaited<ReturnType<typeof slowReader>>[] = [];
    for (let index = 0; index < slowReaders; index++) {
      readers.push(await slowReader(server));
    }
    const quick = await follow(url);
    const batches = 120;
    const caughtUp = (written: number) =>
      eventually(() => expect(messages(quick)).toHaveLength(written));
    for (let batch = 0; batch < batches; batch++) {
      await flood();
      // The one that keeps up must not be taken for slow while the test floods it
      if (batch % 10 === 9) await caughtUp((batch + 1) * 40);
    }
    await caughtUp(batches * 40);
    expect(streams.bufferedBytes).toBeLessThan(slowReaders * 128 * 1024);
    for (const { socket } of readers) socket.resume();
    await eventually(() => {
      for (const { taken, socket } of readers) {
        expect(taken.includes('event: resync\ndata: {}\n\n')).toBe(true);
        expect(socket.readableEnded).toBe(true);
      }
      expect(streams.size).toBe(1);
    });
  });

  it('H8: a reader that takes nothing at all is cut off', async () => {
    const server = await replica({ limits: { tendMs: 10, stallMs: 50 } });
    await slowReader(server);
    for (let batch = 0; batch < 200 && server.streams.size > 0; batch++) {
      await flood();
    }
    await eventually(() => expect(server.streams.size).toBe(0));
  });

  it('no line is skipped when many writers of one fabric commit at once', async () => {
    const { url } = await replica();
    const reading = await follow(url);
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let index = 0; index < 25; index++) {
        await activity.record('f', line(`w${writer}.${index}`), line('and'));
      }
    });
    await Promise.all(writers);
    await eventually(() => expect(messages(reading)).toHaveLength(8 * 25 * 2));
    const ids = reading.events.map(one => Number(one.id));
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(new Set(messages(reading)).size).toBe(8 * 25 + 1);
  });

  it('T1, T2, T4: order is that of writing, whatever clocks say; their times are only shown', async () => {
    const { url } = await replica();
    const store = DatabaseActivityStore.create({ database });
    const reading = await follow(url);
    const times = [
      '9999-12-31T23:59:59.999Z',
      '0001-01-01T00:00:00.000Z',
      '2026-01-01T01:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
    ];
    for (const [index, at] of times.entries()) {
      await store.append('f', new Date(at), [line(`m${index + 1}`)]);
    }
    await write('m5');
    await until(reading, names(5));
    const page = await activity.page('f', { limit: 10 });
    expect(page.map(one => one.message)).toEqual(names(5).reverse());
    expect(page.slice(1).map(one => one.at)).toEqual([...times].reverse());
  });
});
