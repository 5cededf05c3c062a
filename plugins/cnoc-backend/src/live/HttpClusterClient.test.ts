import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { AddressPolicy } from '../fabrics/network';
import { WatchEvent } from './ClusterClient';
import { ClusterLimits } from './ClusterTransport';
import { HttpClusterClient } from './HttpClusterClient';

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

const vpc = {
  apiVersion: 'vpc.githedgehog.com/v1beta1',
  kind: 'VPC',
  metadata: { name: 'vpc-1', namespace: 'default' },
  spec: { mode: 'l2vni' },
};

function json(res: ServerResponse, body: unknown, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}

const status = (code: number, message: string, more: object = {}) => ({
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  message,
  code,
  ...more,
});

describe('HttpClusterClient', () => {
  let server: Server;
  let handler: Handler;
  let seen: {
    method: string;
    url: string;
    headers: IncomingMessage['headers'];
  }[];
  let client: HttpClusterClient;

  const port = () => (server.address() as AddressInfo).port;
  const connect = (
    limits: Partial<ClusterLimits> = {},
    options: { allow?: string[]; server?: string } = {},
  ) => {
    client = HttpClusterClient.create({
      definition: {
        name: 'c',
        server: new URL(
          options.server ?? `http://127.0.0.1:${port()}/api-root`,
        ),
        token: 'canary-token',
        namespace: 'default',
        skipTLSVerify: false,
      },
      policy: AddressPolicy.create(options.allow ?? ['127.0.0.1']),
      limits,
    });
    return client;
  };
  const list = (limits: Partial<ClusterLimits> = {}) =>
    connect(limits).listPage('VPC', { limit: 10 });

  beforeEach(async () => {
    seen = [];
    server = createServer((req, res) => {
      seen.push({ method: req.method!, url: req.url!, headers: req.headers });
      handler(req, res);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  });

  afterEach(async () => {
    await client?.close();
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  });

  it('lists a page below the server’s own path, with the token', async () => {
    handler = (_req, res) =>
      json(res, {
        metadata: { resourceVersion: '5', continue: 'next' },
        items: [{ metadata: { name: 'a' } }],
      });
    await expect(list()).resolves.toEqual({
      items: [
        {
          apiVersion: 'vpc.githedgehog.com/v1beta1',
          kind: 'VPC',
          metadata: { name: 'a' },
        },
      ],
      resourceVersion: '5',
      continue: 'next',
    });
    expect(seen[0].url).toBe(
      '/api-root/apis/vpc.githedgehog.com/v1beta1/namespaces/default/vpcs?limit=10',
    );
    expect(seen[0].headers.authorization).toBe('Bearer canary-token');
  });

  it('applies as the field manager cnoc, strictly', async () => {
    handler = (_req, res) => json(res, vpc);
    await connect().apply(vpc, { dryRun: true, force: true });
    const url = new URL(seen[0].url, 'http://x');
    expect(seen[0].method).toBe('PATCH');
    expect(seen[0].headers['content-type']).toBe(
      'application/apply-patch+yaml',
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      fieldManager: 'cnoc',
      force: 'true',
      dryRun: 'All',
      fieldValidation: 'Strict',
    });
  });

  it('a dry run of a delete says so in the body, where a server with options in the body looks', async () => {
    let body = '';
    handler = (req, res) => {
      req.on('data', chunk => {
        body += chunk;
      });
      req.on('end', () => json(res, status(200, '')));
    };
    await connect().remove('VPC', 'a', { uid: 'u-1', dryRun: true });
    expect(seen[0].method).toBe('DELETE');
    expect(JSON.parse(body)).toEqual({
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      dryRun: ['All'],
      preconditions: { uid: 'u-1' },
    });
  });

  it('the secrets in an Agent’s spec do not get past the parser', async () => {
    const agent = {
      metadata: {
        name: 'leaf-1',
        resourceVersion: '3',
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration':
            '{"spec":"canary-spec"}',
        },
      },
      spec: { users: [{ password: 'canary-spec' }] },
      status: { lastAppliedGen: 1 },
    };
    handler = (req, res) =>
      req.url!.includes('watch=true')
        ? res.end(`${JSON.stringify({ type: 'ADDED', object: agent })}\n`)
        : json(
            res,
            /agents\/leaf/.test(req.url!)
              ? agent
              : { metadata: { resourceVersion: '3' }, items: [agent] },
          );
    connect();
    const answers: unknown[] = [
      await client.listPage('Agent', { limit: 1 }),
      await client.get('Agent', 'leaf-1'),
    ];
    const options = { resourceVersion: '1', idleTimeoutMs: 1_000 };
    for await (const event of client.watch('Agent', options)) {
      answers.push(event);
    }
    expect(answers).toHaveLength(4);
    expect(JSON.stringify(answers)).toContain('lastAppliedGen');
    expect(JSON.stringify(answers)).not.toContain('canary');
  });

  it('K1: 401 says that the credentials are wrong or expired, and is not repeated', async () => {
    handler = (_req, res) => json(res, status(401, 'Unauthorized'), 401);
    await expect(list()).rejects.toMatchObject({
      reason: 'unauthorized',
      retryable: false,
      message: expect.stringMatching(/expired/),
    });
    expect(seen).toHaveLength(1);
  });

  it('K3: a conflict names manager and field', async () => {
    handler = (_req, res) =>
      json(
        res,
        status(409, 'Apply failed with 1 conflict', {
          reason: 'Conflict',
          details: {
            causes: [
              {
                reason: 'FieldManagerConflict',
                message:
                  'conflict with "kubectl-edit" using vpc.githedgehog.com/v1beta1',
                field: '.spec.subnets.default.vlan',
              },
            ],
          },
        }),
        409,
      );
    await expect(connect().apply(vpc)).rejects.toMatchObject({
      reason: 'conflict',
      conflicts: [
        { manager: 'kubectl-edit', field: 'spec.subnets.default.vlan' },
      ],
    });
  });

  it('K9: a 429 is waited out as the server asks', async () => {
    handler = (_req, res) => {
      if (seen.length === 1) {
        res.setHeader('retry-after', '0.2');
        json(res, status(429, 'slow down'), 429);
      } else {
        json(res, { metadata: { resourceVersion: '1' }, items: [] });
      }
    };
    const began = performance.now();
    await expect(list()).resolves.toMatchObject({ items: [] });
    expect(performance.now() - began).toBeGreaterThanOrEqual(200);
    expect(seen).toHaveLength(2);
  });

  it('K9: a long Retry-After is reported, bounded, and not slept here', async () => {
    handler = (_req, res) => {
      res.setHeader('retry-after', '86400');
      json(res, status(429, 'slow down'), 429);
    };
    await expect(list()).rejects.toMatchObject({
      reason: 'throttled',
      retryAfterMs: 60_000,
    });
    expect(seen).toHaveLength(1);
  });

  it('K9: a cluster that throttles for ever is asked a bounded number of times', async () => {
    handler = (_req, res) => {
      res.setHeader('retry-after', '0');
      json(res, status(429, 'slow down'), 429);
    };
    await expect(list()).rejects.toMatchObject({ reason: 'throttled' });
    expect(seen).toHaveLength(4);
  });

  it.each([
    'etcdserver: request is too large',
    'failed to create typed patch object: .spec.vlan: expected numeric',
  ])('K10: 500 "%s" is permanent', async message => {
    handler = (_req, res) => json(res, status(500, message), 500);
    await expect(connect().apply(vpc)).rejects.toMatchObject({
      reason: 'invalid',
      retryable: false,
      message,
    });
  });

  it('K10: 500 of a webhook that is down passes, without its inner address', async () => {
    handler = (_req, res) =>
      json(
        res,
        status(
          500,
          'failed calling webhook "mvpc": Post "https://fabric-webhook.fab.svc:443/mutate": dial tcp 10.43.7.9:443: connect: connection refused',
        ),
        500,
      );
    const failure = await connect()
      .apply(vpc)
      .catch(error => error);
    expect(failure).toMatchObject({ reason: 'unavailable', retryable: true });
    expect(failure.message).toMatch(/failed calling webhook "mvpc"/);
    expect(failure.message).not.toMatch(/fab\.svc|10\.43/);
  });

  it.each([502, 503, 504])(
    'K11: %d with HTML passes and is not shown',
    async code => {
      handler = (_req, res) => {
        res.writeHead(code, { 'content-type': 'text/html' });
        res.end('<html><script>alert(1)</script>nginx inner.example</html>');
      };
      const failure = await list().catch(error => error);
      expect(failure).toMatchObject({ name: 'ClusterError', retryable: true });
      expect(failure.message).not.toMatch(/html|script|inner/);
    },
  );

  it.each<[string, Handler]>([
    ['invalid JSON', (_req, res) => res.end('{"items": [')],
    ['a list that is no list', (_req, res) => json(res, { items: 7 })],
    ['an array', (_req, res) => json(res, [])],
    [
      'items without metadata',
      (_req, res) =>
        json(res, { metadata: { resourceVersion: '1' }, items: [{}, null] }),
    ],
    ['a body beyond the cap', (_req, res) => res.end(`"${'x'.repeat(5_000)}"`)],
    [
      'gzip that was not asked for',
      (_req, res) => {
        res.setHeader('content-encoding', 'gzip');
        res.end(gzipSync('x'.repeat(100_000)));
      },
    ],
  ])('K12: %s is a typed error without the body', async (_name, answer) => {
    handler = answer;
    const failure = await list({ maxListBytes: 1_000 }).catch(error => error);
    expect(failure).toMatchObject({
      name: 'ClusterError',
      reason: 'malformed',
    });
    expect(failure.message).not.toMatch(/xxx|items|JSON/);
  });

  it('K12: an answer that breaks off passes as unavailable', async () => {
    handler = (_req, res) => {
      res.writeHead(200, { 'content-length': '1000' });
      res.write('{"items":');
      setTimeout(() => res.destroy(), 10);
    };
    await expect(list()).rejects.toMatchObject({
      name: 'ClusterError',
      retryable: true,
    });
  });

  it('K12: a line of a watch beyond the cap ends the watch', async () => {
    handler = (_req, res) => {
      res.write('x'.repeat(10_000));
    };
    const watching = async () => {
      const options = { resourceVersion: '1', idleTimeoutMs: 5_000 };
      for await (const event of connect({ maxObjectBytes: 1_000 }).watch(
        'VPC',
        options,
      )) {
        expect(event.type).toBe('OPENED');
      }
    };
    await expect(watching()).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('K13: a slow answer ends at the deadline', async () => {
    const drips: NodeJS.Timeout[] = [];
    handler = (_req, res) => {
      drips.push(setInterval(() => res.write(' '), 20));
    };
    await expect(list({ requestTimeoutMs: 200 })).rejects.toMatchObject({
      reason: 'timeout',
    });
    drips.forEach(clearInterval);
  });

  it('K6: a watch that falls silent ends', async () => {
    handler = (_req, res) => {
      res.write(
        `${JSON.stringify({
          type: 'BOOKMARK',
          object: { metadata: { resourceVersion: '9' } },
        })}\n`,
      );
    };
    const events: WatchEvent[] = [];
    const watching = async () => {
      const options = { resourceVersion: '1', idleTimeoutMs: 100 };
      for await (const event of connect().watch('VPC', options)) {
        events.push(event);
      }
    };
    await expect(watching()).rejects.toMatchObject({ reason: 'timeout' });
    expect(events).toEqual([
      { type: 'OPENED' },
      { type: 'BOOKMARK', resourceVersion: '9' },
    ]);
  });

  it('K5: an ERROR event with 410 is `gone`', async () => {
    handler = (_req, res) => {
      res.end(
        `${JSON.stringify({
          type: 'ERROR',
          object: status(410, 'too old resource version'),
        })}\n`,
      );
    };
    const watching = async () => {
      const options = { resourceVersion: '1', idleTimeoutMs: 1_000 };
      for await (const event of connect().watch('VPC', options)) {
        expect(event.type).toBe('OPENED');
      }
    };
    await expect(watching()).rejects.toMatchObject({ reason: 'gone' });
  });

  it('K22: a refused address is not dialled', async () => {
    handler = (_req, res) => json(res, {});
    await expect(connect({}, { allow: [] }).version()).rejects.toMatchObject({
      reason: 'refused',
      retryable: false,
    });
    expect(seen).toHaveLength(0);
  });

  it('K23: a redirect is not followed, so the token goes nowhere else', async () => {
    const other: string[] = [];
    const thief = createServer((req, res) => {
      other.push(String(req.headers.authorization));
      res.end('{}');
    });
    await new Promise<void>(done => thief.listen(0, '127.0.0.1', done));
    const target = (thief.address() as AddressInfo).port;
    handler = (_req, res) => {
      res.writeHead(307, { location: `http://127.0.0.1:${target}/` });
      res.end();
    };
    await expect(list()).rejects.toMatchObject({ reason: 'refused' });
    expect(other).toEqual([]);
    await new Promise(done => thief.close(done));
  });

  it('H15: a name that would leave its path is refused', async () => {
    handler = (_req, res) => json(res, vpc);
    for (const name of ['..', '../secrets', 'a/b', 'a?x', '']) {
      await expect(connect().get('VPC', name)).rejects.toMatchObject({
        reason: 'invalid',
      });
    }
    expect(seen).toHaveLength(0);
  });

  it('a closed port is unavailable, and no message holds the address', async () => {
    handler = () => undefined;
    const failure = await connect({}, { server: 'http://127.0.0.1:1' })
      .version()
      .catch(error => error);
    expect(failure).toMatchObject({ reason: 'unavailable', retryable: true });
    expect(`${failure.stack}${JSON.stringify(failure)}`).not.toMatch(
      /canary|127\.0\.0\.1:1/,
    );
  });
});
