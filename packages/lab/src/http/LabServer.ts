import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from './sendJson';

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  /** What follows the prefix; begins with a slash. */
  url: URL,
) => Promise<void>;

const HOST = '127.0.0.1';
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** One HTTP server on loopback that hands requests on by the first words of their path. */
export class LabServer {
  readonly #server: Server;
  readonly #routes = new Map<string, Handler>();

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#handle(request, response);
    });
  }

  /** Throws the system's error when the port is taken (`code: 'EADDRINUSE'`). */
  static async start(port: number): Promise<LabServer> {
    const server = new LabServer();
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', reject);
      server.#server.listen(port, HOST, resolve);
    });
    return server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://${HOST}:${port}`;
  }

  /** The longest prefix that fits wins; `/git` takes `/git` and `/git/…`. */
  route(prefix: string, handler: Handler): void {
    this.#routes.set(prefix, handler);
  }

  async stop(): Promise<void> {
    const closed = new Promise(resolve => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    response.on('error', () => {}); // the client went away
    try {
      // a page in a browser must not reach the lab through a name that somebody pointed at this machine
      if (!LOOPBACK_HOST.test(request.headers.host ?? '')) {
        sendJson(response, 403, { message: 'Only loopback hosts are served' });
        return;
      }
      const url = new URL(`http://lab${request.url ?? '/'}`);
      const prefix = [...this.#routes.keys()]
        .filter(each => `${url.pathname}/`.startsWith(`${each}/`))
        .sort((a, b) => b.length - a.length)[0];
      const handler = prefix && this.#routes.get(prefix);
      if (!handler) {
        sendJson(response, 404, { message: 'There is nothing here' });
        return;
      }
      url.pathname = url.pathname.slice(prefix.length) || '/';
      await handler(request, response, url);
    } catch {
      sendJson(response, 500, { message: 'The lab failed to answer' });
    }
  }
}
