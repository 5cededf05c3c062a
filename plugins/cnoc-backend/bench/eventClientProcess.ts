import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { clock, type ClientsOptions, type Received } from './eventClients';

/** Plain sockets and a search for lines, so that the clients cost little beside the server. */
class Client {
  readonly socket: Socket;
  count = 0;
  repeated = 0;
  resyncs = 0;
  #last = 0;
  #rest = '';

  constructor(
    { port, lastEventId }: ClientsOptions,
    times: number[][],
    ready: () => void,
  ) {
    this.socket = connect({ port, host: '127.0.0.1' });
    this.socket.setEncoding('latin1');
    this.socket.on('error', () => {});
    this.socket.write(
      `GET /v1/fabrics/bench/events HTTP/1.1\r\nHost: bench\r\n${
        lastEventId ? `Last-Event-ID: ${lastEventId}\r\n` : ''
      }\r\n`,
    );
    this.socket.once('data', ready);
    this.socket.on('data', (data: string) => {
      const now = clock();
      const lines = (this.#rest + data).split('\n');
      this.#rest = lines.pop()!;
      for (const line of lines) this.#take(line, now, times);
    });
  }

  #take(line: string, now: number, times: number[][]): void {
    if (line.startsWith('event: resync')) this.resyncs++;
    if (!line.startsWith('data: {"id":"')) return;
    const id = parseInt(line.slice('data: {"id":"'.length), 10);
    if (id <= this.#last) this.repeated++;
    this.#last = id;
    (times[this.count++] ??= []).push(now);
  }
}

let clients: Client[] = [];
let times: number[][] = [];

async function open(options: ClientsOptions): Promise<void> {
  times = [];
  await Promise.all(
    Array.from(
      { length: options.count },
      () =>
        new Promise<void>(resolve => {
          clients.push(new Client(options, times, resolve));
        }),
    ),
  );
}

async function reach(events: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (
    performance.now() < deadline &&
    clients.some(one => one.count < events)
  ) {
    await sleep(2);
  }
}

async function collect(events: number): Promise<Received> {
  await reach(events);
  const received = {
    counts: clients.map(one => one.count),
    repeated: clients.reduce((sum, one) => sum + one.repeated, 0),
    resyncs: clients.reduce((sum, one) => sum + one.resyncs, 0),
    times,
  };
  for (const one of clients) one.socket.destroy();
  clients = [];
  return received;
}

process.on(
  'message',
  async (message: {
    connect?: ClientsOptions;
    reach?: number;
    collect?: number;
  }) => {
    if (message.connect) {
      await open(message.connect);
      process.send?.({ connected: true });
    }
    if (message.reach !== undefined) {
      await reach(message.reach);
      process.send?.({ reached: true });
    }
    if (message.collect !== undefined) {
      process.send?.({ received: await collect(message.collect) });
    }
  },
);
process.once('disconnect', () => process.exit());
process.send?.({ ready: true });
