import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { GitFixture } from './gitFixture';
import { figuresOf } from './measure';
import type { Row } from './report';
import { SyncReplica } from './syncReplica';

const FILES = 10_000;
const ROUNDS = 5;
const CLIENTS = 10;
const IDLE_REQUESTS = 500;

/** B15: requests while a fabric of 10,000 files is read for the first time. */
export async function during(): Promise<Row[]> {
  const fixture = await GitFixture.start({
    files: FILES,
    commits: 1,
    more: 0,
    changes: 0,
  });
  const listed = await SyncReplica.create(fixture.url, fixture.folder());
  await listed.sync();
  const server = createServer(async (_request, response) => {
    const rows = await listed
      .database('desired_resources')
      .where({ fabric: 'bench' })
      .orderBy(['kind', 'name'])
      .limit(50);
    response.end(JSON.stringify(rows));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [idle, busy, lag]: number[][] = [[], [], []];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      let left = IDLE_REQUESTS;
      const calm = await ask(url, () => left-- > 0);
      const replica = await SyncReplica.create(fixture.url, fixture.folder());
      let done = false;
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const sync = replica
        .sync({ files: FILES, written: FILES, removed: 0 })
        .finally(() => {
          done = true;
        });
      const loaded = await ask(url, () => !done);
      await sync;
      delay.disable();
      await replica.stop();
      if (round === 0) continue;
      idle.push(p99(calm));
      busy.push(p99(loaded));
      lag.push(delay.percentile(99) / 1e6);
    }
  } finally {
    server.closeAllConnections();
    server.close();
    await listed.stop();
    await fixture.stop();
  }
  const limit = { median: 50, min: 50, max: 50 };
  return [
    {
      id: 'B15',
      what: `p99 of GET of 50 rows during a sync of ${FILES} files`,
      ours: figuresOf(busy),
      baseline: { name: 'the same while idle', figures: figuresOf(idle) },
      atMost: 2,
      note: `${CLIENTS} clients in the same process; SQLite, which works on the event loop as PostgreSQL would not.`,
    },
    {
      id: 'B15',
      what: `p99 of the event loop's lag during that sync`,
      ours: figuresOf(lag),
      baseline: { name: '50 ms', figures: limit },
      atMost: 1,
      note: 'a limit, and no other side.',
    },
  ];
}

/** Requests one after the other by each client, as long as there are more. @returns milliseconds of each */
async function ask(url: string, more: () => boolean): Promise<number[]> {
  const times: number[] = [];
  const client = async () => {
    while (more()) {
      const start = performance.now();
      await (await fetch(url)).text();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return times;
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)];
}
