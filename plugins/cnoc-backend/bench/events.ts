import { setTimeout as sleep } from 'node:timers/promises';
import { ActivityService } from '../src/activity/ActivityService';
import { DatabaseActivityStore } from '../src/activity/DatabaseActivityStore';
import { FabricTails } from '../src/activity/FabricTails';
import { clock, EventClients, type Received } from './eventClients';
import { EngineSide, RawSide } from './eventSides';
import {
  migratedDatabase,
  serveBare,
  serveEvents,
  silent,
} from './eventServer';
import type { Fixtures } from './fixture';
import { figuresOf } from './measure';
import type { Row } from './report';

const ROUNDS = 5;
const WRITES = 10;
const READERS = 100;
const MANY_READERS = 1_000;
/** Two seconds rather than a minute: a slow machine takes much longer for it */
const CHANGES = 200;
const CHANGE_EVERY_MS = 10;
const MISSED = 50;

/** B16: from a write to the cluster until 100 readers have its event. */
export async function reaction(fixtures: Fixtures): Promise<Row[]> {
  const fixture = fixtures.of(1_000);
  const clients = await EventClients.start();
  const [ours, raw]: number[][] = [[], []];
  const run = async (side: EngineSide | RawSide): Promise<number> => {
    const written: number[] = [];
    try {
      await clients.connect({ port: side.port, count: READERS });
      for (let write = 0; write < WRITES; write++) {
        written.push(clock());
        await side.write();
        // A change that is undone before it was seen is none
        await clients.reach(write + 1);
        // Longer than the engine rests between two comparisons that nobody asked for
        await sleep(1_000);
      }
      return p99(expectAll(await clients.collect(WRITES), WRITES), written);
    } finally {
      await side.stop();
    }
  };
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const engine = await run(await EngineSide.start(fixture));
      const bare = await run(await RawSide.start(fixture));
      if (round > 0) {
        ours.push(engine);
        raw.push(bare);
      }
    }
  } finally {
    clients.stop();
  }
  return [
    {
      id: 'B16',
      what: `cluster write to event at ${READERS} readers, p99 of ${WRITES} writes, 1,000 objects`,
      ours: figuresOf(ours),
      baseline: { name: 'raw watch and bare SSE', figures: figuresOf(raw) },
      atMost: 2.5,
      note: 'the baseline parses each watch event and writes it to all sockets; CNOC gathers what comes within 10 ms, compares the fabric, stores state, finding and timeline in SQLite, and reads the timeline for its readers.',
    },
  ];
}

/** B17: a hundred changes a second to a thousand readers. */
export async function fanOut(): Promise<Row[]> {
  const clients = await EventClients.start();
  const database = await migratedDatabase();
  const { activity, tails } = timelineOf(database);
  const cnoc = await serveEvents(tails);
  const bare = await serveBare();
  let id = 0;
  const sides = [
    {
      port: cnoc.port,
      send: (at: number) =>
        activity.record('bench', { type: 'plan.created', message: `${at}` }),
    },
    {
      port: bare.port,
      send: async (at: number) => bare.send(bareEvent(++id, `${at}`)),
    },
  ];
  const times: number[][] = [[], []];
  const memory: number[] = [];
  try {
    for (let round = 0; round <= 2; round++) {
      for (const [index, side] of sides.entries()) {
        await clients.connect({ port: side.port, count: MANY_READERS });
        const written: number[] = [];
        const start = clock();
        for (let change = 0; change < CHANGES; change++) {
          await sleep(Math.max(0, start + change * CHANGE_EVERY_MS - clock()));
          written.push(clock());
          await side.send(written[change]);
        }
        const received = expectAll(await clients.collect(CHANGES), CHANGES);
        if (round > 0) times[index].push(p99(received, written));
        if (index === 0) memory.push(process.memoryUsage().rss / 2 ** 20);
      }
    }
  } finally {
    clients.stop();
    await cnoc.stop();
    await bare.stop();
    tails.close();
    await database.destroy();
  }
  return [
    {
      id: 'B17',
      what: `100 changes a second for two seconds to ${MANY_READERS} readers, p99 (none lost, none twice; memory ${memory
        .map(one => one.toFixed(0))
        .join(', ')} MB)`,
      ours: figuresOf(times[0]),
      baseline: { name: 'bare SSE', figures: figuresOf(times[1]) },
      atMost: 3,
      note: 'the baseline writes a string to all sockets; CNOC stores each change in SQLite first and reads it back. Two rounds of two seconds each, not the goal’s minute.',
    },
  ];
}

/** B18: a thousand readers come back at once, and get what they missed. */
export async function storm(): Promise<Row[]> {
  const clients = await EventClients.start();
  const database = await migratedDatabase();
  const { activity, tails } = timelineOf(database);
  await activity.record('bench', { type: 'plan.created', message: 'before' });
  const [{ id }] = await activity.page('bench', { limit: 1 });
  for (let missed = 0; missed < MISSED; missed++) {
    await activity.record('bench', { type: 'plan.created', message: 'missed' });
  }
  const cnoc = await serveEvents(tails);
  const bare = await serveBare();
  bare.send(
    Array.from({ length: MISSED }, (_, index) =>
      bareEvent(index + 2, 'missed'),
    ).join(''),
  );
  const times: number[][] = [[], []];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [index, { port }] of [cnoc, bare].entries()) {
        const start = clock();
        await clients.connect({ port, count: MANY_READERS, lastEventId: id });
        const received = expectAll(await clients.collect(MISSED), MISSED);
        if (round > 0) {
          times[index].push(Math.max(...received.times.flat()) - start);
        }
      }
    }
  } finally {
    clients.stop();
    await cnoc.stop();
    await bare.stop();
    tails.close();
    await database.destroy();
  }
  return [
    {
      id: 'B18',
      what: `${MANY_READERS} readers come back with Last-Event-ID, until the last has the ${MISSED} events it missed (no gap)`,
      ours: figuresOf(times[0]),
      baseline: { name: 'bare SSE connects', figures: figuresOf(times[1]) },
      atMost: 3,
      note: 'the baseline sends one prepared string to whoever connects; CNOC asks who it is and whether it may, and looks for its place.',
    },
  ];
}

function timelineOf(database: Awaited<ReturnType<typeof migratedDatabase>>) {
  const store = DatabaseActivityStore.create({ database });
  const tails = FabricTails.create({ store, logger: silent });
  const activity = ActivityService.create({
    store,
    fabrics: { bumpRevision: async () => 1 } as never,
    announcer: { announce: () => {} } as never,
    now: () => new Date(),
  });
  activity.onRecord(fabric => tails.wake(fabric));
  return { activity, tails };
}

export function bareEvent(id: number, message: string): string {
  return `id: ${id}\nevent: activity\ndata: ${JSON.stringify({
    id: String(id),
    at: new Date().toISOString(),
    type: 'plan.created',
    message,
  })}\n\n`;
}

function expectAll(received: Received, events: number): Received {
  const wrong = received.counts.filter(count => count !== events);
  if (wrong.length > 0 || received.repeated > 0 || received.resyncs > 0) {
    throw new Error(
      `${wrong.length} readers got another number of events than ${events} (one of them ${wrong[0]}), ${received.repeated} repeated, ${received.resyncs} resyncs`,
    );
  }
  return received;
}

function p99({ times }: Received, written: number[]): number {
  const latencies = times
    .flatMap((all, index) => all.map(time => time - written[index]))
    .sort((one, other) => one - other);
  return latencies[Math.floor(latencies.length * 0.99)];
}
