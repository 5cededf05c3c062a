import type { ServerResponse } from 'node:http';
import { Agent, createServer, request as ask, type Server } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ControlPlane } from '../ControlPlane';
import { testCertificate } from './engineRooms';
import {
  askedOf,
  type Asked,
  type Exchange,
  type Fault,
  meets,
  type Told,
} from './Fault';

const HOST = '127.0.0.1';

interface OpenWatch {
  asked: Asked;
  response: ServerResponse;
  isHushed: boolean;
}

/**
 * Stands between CNOC and a real API server: TLS on both sides, with a certificate of its own in front. What goes wrong
 * on the way is the tests' choice; without faults it changes nothing.
 */
export class FaultProxy {
  /** Every request, in the order of arrival */
  readonly requests: (Asked & { at: number })[] = [];
  /** The most requests that were in hand at once, watches apart */
  mostAtOnce = 0;
  /** Sockets that were opened, whether or not anything was asked on them */
  connections = 0;
  readonly #plane: ControlPlane;
  readonly #agent: Agent;
  readonly #sockets = new Set<Socket>();
  readonly #watches = new Set<OpenWatch>();
  #server: Server;
  #certificate: ReturnType<typeof testCertificate>;
  #faults: (Fault & { left: number })[] = [];
  #port = 0;
  #atOnce = 0;

  private constructor(plane: ControlPlane) {
    this.#plane = plane;
    this.#agent = new Agent({ ca: plane.ca, keepAlive: true });
    this.#certificate = testCertificate(HOST);
    this.#server = this.#newServer();
  }

  static async start(plane: ControlPlane): Promise<FaultProxy> {
    const proxy = new FaultProxy(plane);
    await proxy.comeBack();
    return proxy;
  }

  get url(): string {
    return `https://${HOST}:${this.port}`;
  }

  get port(): number {
    return this.#port;
  }

  /** The authority of its certificate, in PEM. */
  get ca(): string {
    return this.#certificate.cert;
  }

  get openWatches(): number {
    return this.#watches.size;
  }

  /** @returns removes the fault */
  add(fault: Fault): () => void {
    const added = { ...fault, left: fault.times ?? Infinity };
    this.#faults.push(added);
    return () => {
      this.#faults = this.#faults.filter(each => each !== added);
    };
  }

  clear(): void {
    this.#faults = [];
  }

  /** Breaks off the watches that are open now. `reset` = without the end that TLS and HTTP ask for. */
  cutWatches(path = '', options: { reset?: boolean } = {}): number {
    const cut = [...this.#watches].filter(each =>
      each.asked.path.includes(path),
    );
    for (const { response } of cut) {
      if (options.reset) this.#reset(response);
      else response.end();
    }
    return cut.length;
  }

  /** Makes the watches that are open now silent: nothing comes any more, not even an end. */
  hush(path = ''): number {
    const hushed = [...this.#watches].filter(each =>
      each.asked.path.includes(path),
    );
    hushed.forEach(each => {
      each.isHushed = true;
    });
    return hushed.length;
  }

  /** Shows another certificate from now on. */
  changeCertificate(
    options: Parameters<typeof testCertificate>[1] & { host?: string } = {},
  ): void {
    this.#certificate = testCertificate(options.host ?? HOST, options);
    this.#server.setSecureContext(this.#certificate);
    this.#dropSockets();
  }

  /** Is not there any more: connections break, new ones are refused. */
  async goAway(): Promise<void> {
    const closed = new Promise(resolve => this.#server.close(resolve));
    this.#dropSockets();
    await closed;
  }

  /** Is there again, at the same address. */
  async comeBack(): Promise<void> {
    this.#server = this.#newServer();
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, HOST, resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.clear();
    await this.goAway();
    this.#agent.destroy();
  }

  /** Requests of one verb and path so far. */
  asked(fault: Pick<Fault, 'verb' | 'path'>) {
    return this.requests.filter(one => meets(fault, one));
  }

  #newServer(): Server {
    const server = createServer(this.#certificate, (request, response) =>
      this.#take(request, response),
    );
    server.on('connection', (socket: Socket) => {
      this.connections += 1;
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      // Faults break sockets; that is no error of the test.
      socket.on('error', () => {});
    });
    server.on('tlsClientError', () => {});
    return server;
  }

  /** Below TLS, which would say good-bye. */
  #reset({ socket }: ServerResponse): void {
    const port = socket?.remotePort;
    for (const raw of this.#sockets) {
      if (raw.remotePort === port) raw.resetAndDestroy();
    }
  }

  #dropSockets(): void {
    this.#sockets.forEach(socket => socket.destroy());
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const asked = askedOf(request);
    this.requests.push({ ...asked, at: performance.now() });
    if (asked.verb !== 'watch') {
      this.#atOnce += 1;
      this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
      response.once('close', () => {
        this.#atOnce -= 1;
      });
    }
    response.on('error', () => {});
    const fault = this.#spend(asked, 'answer');
    const exchange = {
      asked,
      request,
      response,
      pass: (options = {}) => this.#pass(asked, request, response, options),
    };
    if (fault) fault.answer!(exchange);
    else exchange.pass();
  }

  #spend(asked: Asked, part: 'answer' | 'tell'): Fault | undefined {
    const fault = this.#faults.find(
      each => each.left > 0 && each[part] && meets(each, asked),
    );
    if (fault) fault.left -= 1;
    return fault;
  }

  #pass(
    asked: Asked,
    request: IncomingMessage,
    response: ServerResponse,
    options: Parameters<Exchange['pass']>[0] = {},
  ): void {
    // The server is asked by its own name.
    const { host: _host, ...headers } = request.headers;
    const behind = ask(
      `${this.#plane.url}${asked.path}`,
      {
        agent: this.#agent,
        method: asked.method,
        headers: { ...headers, ...options.headers },
      },
      answer => {
        answer.on('error', () => response.destroy());
        if (options.loseAnswer) {
          answer.resume().once('end', () => response.socket?.destroy());
          return;
        }
        if (options.rewrite) {
          void rewritten(answer, response, options.rewrite);
          return;
        }
        response.writeHead(answer.statusCode!, answer.headers);
        if (asked.verb === 'watch' && answer.statusCode === 200) {
          response.flushHeaders();
          this.#tell(asked, answer, response);
        } else {
          answer.pipe(response);
        }
      },
    );
    behind.on('error', () => response.destroy());
    response.once('close', () => behind.destroy());
    request.pipe(behind);
  }

  #tell(asked: Asked, answer: IncomingMessage, response: ServerResponse) {
    const open = { asked, response, isHushed: false };
    this.#watches.add(open);
    response.once('close', () => this.#watches.delete(open));
    let rest = '';
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => {
      if (open.isHushed) return;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines.filter(Boolean)) {
        const told = this.#toldOf(asked, JSON.parse(line) as Told);
        if (told === 'cut') {
          response.end();
          return;
        }
        for (const event of told) response.write(`${JSON.stringify(event)}\n`);
      }
    });
    answer.on('end', () => open.isHushed || response.end());
  }

  #toldOf(asked: Asked, event: Told): readonly Told[] | 'cut' {
    // What happened counts, not the bookmarks between.
    const fault =
      event.type === 'BOOKMARK'
        ? this.#faults.find(
            each => each.tell && each.left === Infinity && meets(each, asked),
          )
        : this.#spend(asked, 'tell');
    return fault ? fault.tell!(event) : [event];
  }
}

async function rewritten(
  answer: IncomingMessage,
  response: ServerResponse,
  rewrite: (body: string) => string,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const body = rewrite(Buffer.concat(chunks).toString('utf8'));
  response
    .writeHead(answer.statusCode!, {
      'content-type': String(answer.headers['content-type']),
    })
    .end(body);
}
