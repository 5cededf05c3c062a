import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { LabCluster } from '@cnoc/lab';

/** One address, behind which a test puts one cluster or another. */
export class ClusterFront {
  /** Who answers; undefined = 503 */
  cluster: LabCluster | undefined;
  /** Answers in place of the cluster */
  intercept: RequestListener | undefined;
  /** Of requests that came: method and path */
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #secure: boolean;

  private constructor(server: Server, secure: boolean) {
    this.#server = server;
    this.#secure = secure;
    server.on(secure ? 'secureConnection' : 'connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /**
   * @param options - `tls`: https with this certificate; `client`: PEM of the one client certificate that may sign in
   */
  static async start(
    options: {
      tls?: { cert: string; key: string };
      client?: string;
    } = {},
  ): Promise<ClusterFront> {
    const { tls, client } = options;
    const server = tls
      ? createSecure({
          ...tls,
          ...(client && {
            ca: client,
            requestCert: true,
            rejectUnauthorized: false,
          }),
        })
      : createPlain();
    const front = new ClusterFront(server, tls !== undefined);
    const listener: RequestListener = (request, response) => {
      const url = new URL(request.url ?? '/', 'http://front');
      front.requests.push(`${request.method} ${url.pathname}`);
      const socket = request.socket as Partial<TLSSocket>;
      if (client && !socket.authorized) {
        response.writeHead(401).end();
      } else if (front.intercept) {
        front.intercept(request, response);
      } else if (front.cluster) {
        front.cluster.handle(request, response, url);
      } else {
        response.writeHead(503).end();
      }
    };
    server.on('request', listener);
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    return front;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#secure ? 'https' : 'http'}://127.0.0.1:${port}`;
  }

  /** Another cluster takes the address, as after a failover: what was open breaks. */
  replaceBy(cluster: LabCluster): void {
    this.cluster = cluster;
    this.requests.length = 0;
    this.#sockets.forEach(socket => socket.destroy());
  }

  async stop(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    await new Promise(done => this.#server.close(done));
  }
}
