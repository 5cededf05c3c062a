import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AddressPolicy } from '../fabrics/network';
import { ClusterTransport } from './ClusterTransport';

describe('ClusterTransport', () => {
  let server: Server;
  let transport: ClusterTransport;
  let requests: string[];
  /** How many requests break their socket instead of being answered. */
  let breaking: number;

  beforeEach(async () => {
    requests = [];
    breaking = 0;
    server = createServer((request, response) => {
      requests.push(request.method!);
      if (breaking > 0) {
        breaking -= 1;
        request.socket.destroy();
      } else {
        response.end('{}');
      }
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    transport = ClusterTransport.create({
      access: async () => ({
        server: new URL(`http://127.0.0.1:${port}`),
        skipTLSVerify: false,
      }),
      policy: AddressPolicy.create(['127.0.0.1']),
    });
  });

  afterEach(async () => {
    await transport.close();
    await new Promise(done => server.close(done));
  });

  it('reads once more when the socket broke under a read', async () => {
    breaking = 1;
    await expect(transport.call({ path: '/' })).resolves.toBe('{}');
    expect(requests).toEqual(['GET', 'GET']);
  });

  it('reads only once more', async () => {
    breaking = 2;
    await expect(transport.call({ path: '/' })).rejects.toMatchObject({
      reason: 'unavailable',
    });
    expect(requests).toHaveLength(2);
  });

  it('never sends a write twice', async () => {
    breaking = 1;
    await expect(
      transport.call({ path: '/', method: 'PATCH', body: {} }),
    ).rejects.toMatchObject({ reason: 'unavailable' });
    expect(requests).toEqual(['PATCH']);
  });
});
