import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { utils } from 'ssh2';
import { recordAudit } from './__testUtils__/AuditRecorder';
import { dumpDatabase } from './__testUtils__/dumpDatabase';
import { eventually } from './__testUtils__/eventually';
import { testCertificate } from './__testUtils__/testCertificate';
import { cnocPlugin } from './plugin';
import { testDatabases } from './repositories/__testUtils__/testDatabases';
import { TestGitServer } from './repositories/__testUtils__/TestGitServer';

jest.setTimeout(120_000);

const canary = (place: string) => `canary-${place}-9ZbN4tVr8KwYp3Sd6F7Hq2Lx`;

/** A logger that keeps every line with all of its fields. */
function keepingLogger(lines: string[]): RootLoggerService {
  const keep = (message: string | Error, meta?: unknown) => {
    const text =
      message instanceof Error ? `${message.stack} ${message.cause}` : message;
    lines.push(`${text} ${JSON.stringify(meta ?? {})} ${String(meta ?? '')}`);
  };
  const logger: RootLoggerService = {
    error: keep,
    warn: keep,
    info: keep,
    debug: keep,
    child: () => logger,
  };
  return logger;
}

describe('S1: a canary in every credential field', () => {
  const databases = testDatabases();
  const lines: string[] = [];
  const answers: string[] = [];
  const audit = recordAudit();
  let database: Knex;
  let server: TestGitServer;
  let directory: string;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    database = await databases.init('SQLITE_3');
    directory = mkdtempSync(join(tmpdir(), 'cnoc-canary-'));
    server = await TestGitServer.start();
    server.commit({ 'a.yaml': 'a: 1\n' });
    server.intercept = (incoming, response) => {
      const [scheme, encoded] = (incoming.headers.authorization ?? '').split(
        ' ',
      );
      const pair =
        scheme === 'Bearer'
          ? encoded
          : Buffer.from(encoded ?? '', 'base64').toString();
      const known = ['token', 'basic', 'url', 'config', 'rotated'].map(canary);
      if (known.includes(pair.slice(pair.indexOf(':') + 1))) return false;
      // A host that is careless enough to repeat what it was sent
      response.writeHead(401, { 'WWW-Authenticate': `Basic realm="${pair}"` });
      response.end(`no ${pair}`);
      return true;
    };
    backend = await startTestBackend({
      features: [
        cnocPlugin,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => keepingLogger(lines),
        }),
        mockServices.auditor.mock(audit).factory,
        mockServices.database.mock({
          getClient: async () => database,
          migrations: { skip: false },
        }).factory,
        mockServices.permissions.mock({
          authorize: async all =>
            all.map(() => ({ result: AuthorizeResult.ALLOW })),
          authorizeConditional: async all =>
            all.map(() => ({ result: AuthorizeResult.ALLOW })),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            cnoc: {
              network: { allow: ['127.0.0.1'] },
              git: { directory, pollInterval: { seconds: 1 } },
              encryption: {
                keys: [{ id: 'k1', secret: canary('key').repeat(2) }],
              },
              repositories: [
                {
                  name: 'configured',
                  url: server.url,
                  token: canary('config'),
                  webhookSecret: canary('hook'),
                },
              ],
              clusters: [
                {
                  name: 'k',
                  server: 'https://k.invalid',
                  token: canary('cluster'),
                },
              ],
              fabrics: [{ name: 'f', repository: 'configured', cluster: 'k' }],
            },
          },
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const call = async (
    method: 'get' | 'post' | 'patch' | 'put' | 'delete',
    path: string,
    body?: object,
    headers: Record<string, string> = {
      Authorization: mockCredentials.user.header(),
    },
  ) => {
    const response = await request(backend.server)
      [method](`/api/cnoc/v1${path}`)
      .set(headers)
      .send(body);
    answers.push(`${JSON.stringify(response.headers)} ${response.text}`);
    return response;
  };

  it('is used against a real git server, and shows nowhere', async () => {
    const key = utils.generateKeyPairSync('ed25519', {
      passphrase: canary('passphrase'),
      cipher: 'aes256-ctr',
      rounds: 16,
    });
    const keyBody = key.private.split('\n').slice(2, 3).join('');
    const credentials = [
      { name: 'token', type: 'token', secret: canary('token') },
      { name: 'wrong', type: 'token', secret: canary('refused') },
      {
        name: 'basic',
        type: 'basic',
        username: 'robot',
        secret: canary('basic'),
      },
      {
        name: 'ssh',
        type: 'ssh',
        privateKey: key.private,
        passphrase: canary('passphrase'),
      },
    ];
    for (const credential of credentials) {
      expect((await call('post', '/credentials', credential)).status).toBe(201);
      const repository = {
        name: credential.name,
        url:
          credential.type === 'ssh'
            ? 'ssh://git@127.0.0.1:1/f.git'
            : server.url,
        credential: credential.name,
        webhookSecret: canary('hook'),
      };
      expect((await call('post', '/repositories', repository)).status).toBe(
        201,
      );
      const test = await call('post', `/repositories/${credential.name}/test`);
      expect(test.body.ok).toBe(['token', 'basic'].includes(credential.name));
    }
    const url = server.url.replace('//', `//robot:${canary('url')}@`);
    expect(
      (await call('post', '/repositories', { name: 'url', url })).status,
    ).toBe(201);
    const draft = { name: 'draft', url };
    expect((await call('post', '/repositories/test', draft)).body.ok).toBe(
      true,
    );

    // What goes wrong tells no more than what goes well
    await call('post', '/credentials', {
      name: 'bad',
      type: 'ssh',
      privateKey: key.private,
      passphrase: canary('nope'),
    });
    await call('post', '/credentials', {
      name: 'Bad Name',
      type: 'token',
      secret: canary('invalid'),
    });
    await call('post', '/credentials', {
      name: 'bad',
      type: 'token',
      token: canary('field'),
    });
    await call('post', '/credentials/token/rotate', {
      secret: canary('refused'),
    });
    const rotated = await call('post', '/credentials/token/rotate', {
      secret: canary('rotated'),
    });
    expect(rotated.status).toBe(200);
    await call('patch', '/credentials/basic', { secret: canary('refused') });
    await call('post', '/repositories/basic/test');
    await call('patch', '/repositories/url', {
      url: server.url.replace('//', `//${canary('broken')}:@:`),
    });
    expect((await call('post', '/key-rotation')).status).toBe(202);

    // Clusters: a careless API server repeats what it was sent, too
    const pair = testCertificate('127.0.0.1');
    const certificateBody = pair.key.split('\n').slice(1, 2).join('');
    const kubeconfigOf = (user: object) =>
      JSON.stringify({
        contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
        clusters: [{ name: 'c', cluster: { server: server.url } }],
        users: [{ name: 'u', user }],
      });
    const certificate = {
      'client-certificate-data': Buffer.from(pair.cert).toString('base64'),
      'client-key-data': Buffer.from(pair.key).toString('base64'),
    };
    const clusters = [
      {
        name: 'by-token',
        server: server.url,
        auth: { type: 'token', token: canary('kube-token') },
      },
      {
        name: 'by-kubeconfig',
        auth: {
          type: 'kubeconfig',
          kubeconfig: kubeconfigOf({ token: canary('kubeconfig') }),
        },
      },
      {
        name: 'by-certificate',
        auth: { type: 'kubeconfig', kubeconfig: kubeconfigOf(certificate) },
      },
    ];
    for (const cluster of clusters) {
      expect((await call('post', '/clusters/test', cluster)).body.ok).toBe(
        false,
      );
      expect((await call('post', '/clusters', cluster)).status).toBe(201);
      const tested = await call('post', `/clusters/${cluster.name}/test`);
      expect(tested.body.ok).toBe(false);
      expect((await call('get', `/clusters/${cluster.name}`)).status).toBe(200);
      const { kubeconfig } = cluster.auth;
      if (kubeconfig)
        await call('post', '/clusters/kubeconfig', { kubeconfig });
    }
    for (const broken of [
      `canary: [${canary('broken')}`,
      kubeconfigOf({ exec: { command: canary('exec') } }),
      kubeconfigOf({ username: 'u', password: canary('password') }),
    ]) {
      const auth = { type: 'kubeconfig', kubeconfig: broken };
      await call('post', '/clusters/kubeconfig', { kubeconfig: broken });
      await call('post', '/clusters/test', { name: 'bad', auth });
      const refused = await call('post', '/clusters', { name: 'bad', auth });
      expect(refused.status).toBe(400);
    }
    await call('patch', '/clusters/by-token', {
      auth: { type: 'token', token: canary('next') },
    });
    await call('post', '/credentials/by-token-cluster/rotate', {
      secret: canary('refused'),
    });
    await call('post', '/clusters', {
      name: 'Bad Name',
      auth: { type: 'token', token: canary('invalid') },
    });
    await call('put', '/clusters/by-token/identity', {
      identity: 'another-cluster',
    });
    await call('post', '/fabrics/f/test');

    const push = JSON.stringify({ ref: 'refs/heads/main', commits: [] });
    const proof = createHmac('sha256', canary('hook'))
      .update(push)
      .digest('hex');
    const headers = {
      'Content-Type': 'application/json',
      'X-GitHub-Event': 'push',
    };
    const hook = await call('post', '/webhooks/configured', JSON.parse(push), {
      ...headers,
      'X-Hub-Signature-256': `sha256=${proof}`,
    });
    expect(hook.status).toBe(202);
    await call('post', '/webhooks/configured', JSON.parse(push), {
      ...headers,
      'X-Gitlab-Token': `${canary('hook')}x`,
    });
    await eventually(async () => {
      const fabric = await call('get', '/fabrics/f');
      expect(fabric.body.status.sync.state).not.toBe('never');
    });
    for (const path of [
      '/credentials',
      '/credentials/token',
      '/repositories',
      '/repositories/wrong',
      '/repositories/configured',
      '/clusters',
      '/key-rotation',
      '/fabrics/f/activity',
      '/overview',
    ]) {
      expect((await call('get', path)).status).toBe(200);
    }

    const files = readdirSync(directory, {
      recursive: true,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    const places = {
      database: await dumpDatabase(database),
      log: lines.join('\n'),
      audit: JSON.stringify(audit.events),
      answers: answers.join('\n'),
      'git cache': files.join('\n'),
    };
    for (const [place, text] of Object.entries(places)) {
      expect({ place, empty: text.length < 100 }).toEqual({
        place,
        empty: false,
      });
      for (const secret of ['canary', keyBody, certificateBody]) {
        const at = text.indexOf(secret);
        const found = at < 0 ? '' : text.slice(Math.max(0, at - 80), at + 80);
        expect({ place, found }).toEqual({ place, found: '' });
        const encoded = Buffer.from(canary('token')).toString('base64');
        expect(text).not.toContain(encoded.slice(2, 20));
      }
    }
  });
});
