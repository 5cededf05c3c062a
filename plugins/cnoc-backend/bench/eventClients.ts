import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** What the clients of one run got. */
export interface Received {
  /** Number of `activity` events of each client */
  counts: number[];
  /** Events that a client had already got */
  repeated: number;
  resyncs: number;
  /** For each event in turn, when the clients had it, on `clock` */
  times: number[][];
}

export interface ClientsOptions {
  port: number;
  count: number;
  lastEventId?: string;
}

/** Many readers of server-sent events in a process of their own. */
export class EventClients {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(): Promise<EventClients> {
    const child = fork(path.join(__dirname, 'eventClientProcess.ts'), {
      execArgv: process.execArgv,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const clients = new EventClients(child);
    await clients.#answer('ready');
    return clients;
  }

  /** Connects all of them. */
  async connect(options: ClientsOptions): Promise<void> {
    this.#child.send({ connect: options });
    await this.#answer('connected');
  }

  /** Waits until each has got so many events, at most ten seconds. */
  async reach(events: number): Promise<void> {
    this.#child.send({ reach: events });
    await this.#answer('reached');
  }

  /** Waits until each has got so many events, at most ten seconds, and tells; then they are gone. */
  async collect(events: number): Promise<Received> {
    this.#child.send({ collect: events });
    return (await this.#answer('received')) as Received;
  }

  stop(): void {
    this.#child.disconnect();
  }

  #answer(name: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const onExit = () => reject(new Error('The clients ended'));
      const onMessage = (message: Record<string, unknown>) => {
        // The loader of TypeScript tells its own things through the same channel
        if (!Object.hasOwn(message, name)) return;
        this.#child.off('message', onMessage as never);
        this.#child.off('exit', onExit);
        resolve(message[name]);
      };
      this.#child.on('message', onMessage as never);
      this.#child.once('exit', onExit);
    });
  }
}

/** Milliseconds on a clock that all processes of the machine share. */
export function clock(): number {
  return performance.timeOrigin + performance.now();
}
