import { createServer as createHttpsServer } from 'node:https';
import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { apiCaller } from '../__testUtils__/apiCall';
import {
  recordAudit,
  type AuditRecorder,
} from '../__testUtils__/AuditRecorder';
import { dumpDatabase } from '../__testUtils__/dumpDatabase';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import { testCertificate } from '../__testUtils__/testCertificate';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { fingerprintOf } from '../repositories';
import { hasSshd, SshServer } from '../repositories/__testUtils__/SshServer';
import { TestGitServer } from '../repositories/__testUtils__/TestGitServer';

jest.setTimeout(120_000);

const KEYS = [{ id: 'k1', secret: 'Zx8-q4!vT0pLw7#sJm2^hRk9@bNd5&yU' }];
const CANARY = 'canary-7Hq2Lx9ZbN4tVr8KwYp3Sd6F';

describe('the routes of repositories', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let database: Knex;
    let replica: TestEngine;
    let other: TestEngine;
    let api: TestApi;
    let audit: AuditRecorder;
    let server: TestGitServer;
    let call: ReturnType<typeof apiCaller>['call'];
    const denied = new Set<string>();

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
      server = await TestGitServer.start();
      audit = recordAudit();
      const config = {
        integrations: {
          github: [{ host: 'ghe.fabric.example', token: CANARY }],
        },
        cnoc: {
          network: { allow: ['127.0.0.1'] },
          encryption: { keys: KEYS },
          repositories: [
            {
              name: 'fixed',
              url: server.url.replace('//', `//robot:${CANARY}@`),
            },
            { name: 'ours', url: 'https://ghe.fabric.example/team/f.git' },
          ],
          clusters: [{ name: 'k', server: 'https://k.fabric.example' }],
          fabrics: ['one', 'two'].map(name => ({
            name,
            repository: 'used',
            path: `fabrics/${name}`,
            cluster: 'k',
          })),
        },
      };
      const options = { database, idle: true, config, auditor: audit };
      replica = await startTestEngine(options);
      other = await startTestEngine(options);
      await replica.engine.fabrics.define(replica.engine.definitions);
      api = await startTestApi(replica.engine, {
        auditor: audit,
        permissions: {
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result: denied.has(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async requests =>
            requests.map(({ permission }) => ({
              result: denied.has(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            })),
        },
      });
      ({ call } = apiCaller(api));
    });
    afterAll(async () => {
      await api?.close();
      await replica?.stop();
      await other?.stop();
      await server?.stop();
    });
    beforeEach(async () => {
      await emptyTables(database);
      await replica.engine.repositories.registry.all({ fresh: true });
      server.intercept = undefined;
      server.commit({ 'fabrics/one/a.yaml': 'a' });
      audit.events.length = 0;
      denied.clear();
    });

    const create = (input: object = {}) =>
      call('POST', '/repositories', { name: 'r', url: server.url, ...input });
    const credential = (name = 'c') =>
      call('POST', '/credentials', { name, type: 'token', secret: CANARY });
    const test = async (input: object = {}) => {
      const { status, body } = await call('POST', '/repositories/test', {
        name: 'r',
        url: server.url,
        ...input,
      });
      expect(status).toBe(200);
      return body;
    };
    const answerWith = (
      status: number,
      headers: Record<string, string> = {},
    ) => {
      server.intercept = (_request, response) => {
        response.writeHead(status, headers);
        response.end();
        return true;
      };
    };
    const failed = (body: any) =>
      body.checks.find((one: any) => one.result === 'failed');

    it('registers, tells, changes and forgets one', async () => {
      const created = await create({
        title: 'Fabrics',
        webhookSecret: 'a-secret-of-ten',
      });
      expect(created).toMatchObject({
        status: 201,
        body: {
          name: 'r',
          title: 'Fabrics',
          url: server.url,
          branch: 'main',
          provider: 'git',
          origin: 'api',
          access: 'none',
          health: { state: 'unknown' },
          webhook: { path: '/api/cnoc/v1/webhooks/r', secret: true },
          fabrics: [],
        },
      });
      const sha = await replica.engine.repositories.head('r');
      const detail = await call('GET', '/repositories/r');
      expect(detail.body).toMatchObject({
        head: { sha },
        health: { state: 'reachable' },
        readAt: expect.any(String),
        history: [{ state: 'reachable' }],
        allowedSigners: '',
      });
      const match = { 'If-Match': created.body.etag };
      const patched = await call(
        'PATCH',
        '/repositories/r',
        { branch: 'next', webhookSecret: null },
        match,
      );
      expect(patched.body).toMatchObject({
        branch: 'next',
        title: 'Fabrics',
        webhook: { secret: false },
      });
      expect(
        (await call('PATCH', '/repositories/r', { branch: 'x' }, match)).status,
      ).toBe(412);
      expect((await call('DELETE', '/repositories/r')).status).toBe(204);
      expect((await call('GET', '/repositories/r')).status).toBe(404);
      expect(audit.events.map(event => event.eventId)).toEqual([
        'repository-create',
        'repository-update',
        'repository-update',
        'repository-delete',
      ]);
    });

    it('lists those of configuration too, which only configuration changes', async () => {
      await create();
      const { body } = await call('GET', '/repositories');
      expect(
        body.items.map((one: any) => [one.name, one.origin, one.access]),
      ).toEqual([
        ['fixed', 'config', 'config'],
        ['ours', 'config', 'integration'],
        ['r', 'api', 'none'],
      ]);
      expect(body.items[1]).toMatchObject({
        provider: 'git',
        url: 'https://ghe.fabric.example/team/f.git',
      });
      expect(JSON.stringify(body)).not.toContain(CANARY);
      for (const [method, input] of [
        ['PATCH', { branch: 'x' }],
        ['DELETE', undefined],
      ] as const) {
        const answer = await call(method, '/repositories/fixed', input);
        expect(answer.status).toBe(409);
        expect(answer.body.error.message).toMatch(/configuration/);
      }
      expect((await create({ name: 'fixed' })).status).toBe(409);
    });

    it.each<[object, number]>([
      [{ name: 'No Name' }, 400],
      [{ url: 'ext::sh -c id' }, 400],
      [{ url: 'file:///etc' }, 400],
      [{ url: '--upload-pack=id' }, 400],
      [{ url: 'http://git.example/f.git' }, 403],
      [{ branch: '--output=x' }, 400],
      [{ credential: 'nobody' }, 400],
      [{ provider: 'svn' }, 400],
      [{ origin: 'config' }, 400],
    ])('refuses %j with %d', async (input, status) => {
      expect((await create(input)).status).toBe(status);
      expect((await call('GET', '/repositories')).body.items).toHaveLength(2);
    });

    it('registers a name once, and a request with one key once', async () => {
      const key = { 'Idempotency-Key': 'a-key-of-this-test' };
      const input = { name: 'r', url: server.url };
      const first = await call('POST', '/repositories', input, key);
      const again = await call('POST', '/repositories', input, key);
      expect(again).toMatchObject({ status: 201, body: first.body });
      const changed = { ...input, branch: 'next' };
      expect((await call('POST', '/repositories', changed, key)).status).toBe(
        409,
      );
      expect((await create()).status).toBe(409);
    });

    it('is not forgotten while fabrics use it; those that a person may not see are only counted', async () => {
      await create({ name: 'used' });
      denied.add('none');
      const refused = await call('DELETE', '/repositories/used');
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toMatch(/'one', 'two'/);
      denied.add('cnoc.fabric.read');
      const hidden = await call('DELETE', '/repositories/used');
      expect(hidden.body.error.message).toMatch(
        /used by 2 that you may not see/,
      );
    });

    it('G4: a credential in the address is split off, stored sealed, used, and never shown', async () => {
      const url = server.url.replace('//', `//robot:${CANARY}@`);
      const created = await create({ url });
      expect(created.body).toMatchObject({
        url: server.url,
        credential: 'r-url',
        access: 'credential',
      });
      server.requests.length = 0;
      await replica.engine.repositories.head('r');
      expect(server.requests[0].authorization).toBe(
        `Basic ${Buffer.from(`robot:${CANARY}`).toString('base64')}`,
      );
      const shown = await call('GET', '/credentials');
      expect(shown.body.items).toMatchObject([
        { name: 'r-url', origin: 'url', type: 'basic', username: 'robot' },
      ]);
      const next = url.replace(CANARY, `${CANARY}-2`);
      const changed = await call('PATCH', '/repositories/r', { url: next });
      expect(changed.body.credential).toBe('r-url');
      const answers = [created, shown, changed].map(one => one.text).join();
      expect(answers).not.toContain(CANARY);
      expect(await dumpDatabase(database)).not.toContain(CANARY);
      expect(JSON.stringify(audit.events)).not.toContain(CANARY);
      await call('DELETE', '/repositories/r');
      expect((await call('GET', '/credentials')).body.items).toEqual([]);
    });

    it('a changed address or branch counts at once, on every replica', async () => {
      const second = await TestGitServer.start();
      try {
        const there = second.commit({ 'b.yaml': 'b' }, { branch: 'next' });
        await create();
        const here = await other.engine.repositories.head('r');
        const read = await other.engine.repositories.read('r', here, '');
        expect(read.files).toHaveLength(1);
        await call('PATCH', '/repositories/r', {
          url: second.url,
          branch: 'next',
        });
        await expect(other.engine.repositories.head('r')).resolves.toBe(there);
        const { files } = await other.engine.repositories.read('r', there, '');
        expect(files.map(file => file.path)).toEqual(['b.yaml']);
      } finally {
        await second.stop();
      }
    });

    it('keeps how health changed', async () => {
      await create();
      const { repositories } = replica.engine;
      await repositories.head('r');
      answerWith(401);
      await repositories.head('r').catch(() => {});
      answerWith(503);
      await repositories.head('r').catch(() => {});
      server.intercept = undefined;
      await repositories.head('r');
      await repositories.head('r');
      const { body } = await call('GET', '/repositories/r');
      expect(
        body.history.map((one: any) => [
          one.state,
          one.reason,
          Boolean(one.until),
        ]),
      ).toEqual([
        ['reachable', undefined, false],
        ['unreachable', expect.any(String), true],
        ['unreachable', 'unauthorized', true],
        ['reachable', undefined, true],
      ]);
    });

    describe('who may send a credential where', () => {
      beforeEach(async () => {
        await credential();
        await create({ credential: 'c' });
        denied.add('cnoc.credential.update');
      });

      it('takes the right to change credentials to point one at a new host', async () => {
        const elsewhere = {
          url: 'https://thief.fabric.example/f.git',
          credential: 'c',
        };
        const refused = [
          await create({ name: 's', ...elsewhere }),
          await call('POST', '/repositories/test', { name: 's', ...elsewhere }),
          await call('PATCH', '/repositories/r', { url: elsewhere.url }),
        ];
        expect(refused.map(one => one.status)).toEqual([403, 403, 403]);
        expect(refused[0].body.error.message).toMatch(
          /cnoc\.credential\.update/,
        );
      });

      it('does not at the host that it is used at already', async () => {
        const same = { name: 's', url: server.url, credential: 'c' };
        expect((await create(same)).status).toBe(201);
        const patch = { branch: 'next' };
        expect((await call('PATCH', '/repositories/r', patch)).status).toBe(
          200,
        );
      });
    });

    describe('the test of a connection', () => {
      it('says step by step what works, and stores nothing', async () => {
        const before = await dumpDatabase(database);
        const body = await test({ path: 'fabrics/one' });
        expect(body).toMatchObject({
          ok: true,
          branches: ['main'],
          head: { message: 'a change' },
        });
        expect(
          body.checks.map((one: any) => `${one.check} ${one.result}`),
        ).toEqual([
          'address ok',
          'reach ok',
          'sign-in ok',
          'branch ok',
          'path ok',
          'write ok',
        ]);
        expect(await dumpDatabase(database)).toBe(before);
      });

      it('of a registered one looks for the directories of its fabrics', async () => {
        await create({ name: 'used' });
        const { body } = await call('POST', '/repositories/used/test');
        expect(failed(body)).toMatchObject({
          check: 'path',
          message: expect.stringContaining("'fabrics/two'"),
        });
      });

      it('names near branches', async () => {
        server.commit({ a: 'a' }, { branch: 'release' });
        const body = await test({ branch: 'relase' });
        expect(body.ok).toBe(false);
        expect(failed(body)).toMatchObject({
          check: 'branch',
          hint: "Did you mean 'release'?",
        });
        server.deleteBranch('release');
      });

      it('a credential that may only read is enough to watch, and it says so', async () => {
        server.intercept = (request, response) => {
          if (!request.url!.includes('git-receive-pack')) return false;
          response.statusCode = 403;
          response.end();
          return true;
        };
        const body = await test();
        expect(body.ok).toBe(true);
        expect(failed(body)).toMatchObject({ check: 'write' });
      });

      it('an unknown host', async () => {
        const body = await test({ url: 'https://no-such-host.invalid/f.git' });
        expect(failed(body)).toMatchObject({
          check: 'reach',
          message: expect.stringMatching(/No host/),
        });
      });

      it('a port where nobody listens', async () => {
        const gone = await TestGitServer.start();
        await gone.stop();
        const url = server.url.replace(/:\d+/, ':1');
        expect(failed(await test({ url })).check).toBe('reach');
      });

      it('K22: an address inside of the machine is refused', async () => {
        const body = await test({ url: 'https://169.254.169.254/f.git' });
        expect(failed(body)).toMatchObject({ check: 'address' });
      });

      it.each<[number, Record<string, string>, string, RegExp]>([
        [401, {}, 'sign-in', /token|credential/i],
        [403, {}, 'sign-in', /right|refused|forbid/i],
        [404, {}, 'sign-in', /no such repository/],
        [429, { 'Retry-After': '60' }, 'reach', /slow/],
      ])(
        'G14: %d fails with words for it',
        async (status, headers, check, words) => {
          answerWith(status, headers);
          const failure = failed(await test());
          expect(failure.check).toBe(check);
          expect(`${failure.message} ${failure.hint}`).toMatch(words);
        },
      );

      it('G14: a redirect to another host is not followed, and gets no credential', async () => {
        const seen: (string | undefined)[] = [];
        const thief = createServer((request, response) => {
          seen.push(request.headers.authorization);
          response.end();
        });
        await new Promise<void>(done => thief.listen(0, '127.0.0.1', done));
        try {
          const { port } = thief.address() as AddressInfo;
          answerWith(302, { Location: `http://127.0.0.1:${port}/f.git` });
          const url = server.url.replace('//', `//robot:${CANARY}@`);
          const failure = failed(await test({ url }));
          expect(failure).toMatchObject({
            check: 'reach',
            message: expect.stringMatching(/redirect/),
          });
          expect(seen).toEqual([]);
          expect(JSON.stringify(failure)).not.toContain(CANARY);
        } finally {
          thief.closeAllConnections();
          thief.close();
        }
      });
    });

    (hasSshd() ? describe : describe.skip)('G16: a real SSH host', () => {
      let sshd: SshServer;

      beforeAll(async () => {
        sshd = await SshServer.start();
      });
      afterAll(() => sshd?.stop());

      it('is pinned; a changed key is refused with both fingerprints, until somebody trusts it', async () => {
        const privateKey = sshd.clientKey('robot', 'open the gate');
        sshd.authorize('robot');
        const stored = await call('POST', '/credentials', {
          name: 'key',
          type: 'ssh',
          privateKey,
          passphrase: 'open the gate',
        });
        expect(stored.status).toBe(201);
        const ssh = { url: sshd.urlOf(server.directory), credential: 'key' };
        const before = await test(ssh);
        expect(before).toMatchObject({
          ok: true,
          hostKey: expect.stringMatching(/^SHA256:/),
        });
        expect((await create(ssh)).body.access).toBe('credential');
        const { repositories } = replica.engine;
        await repositories.head('r');
        expect((await call('GET', '/repositories/r')).body.hostKey).toEqual({
          fingerprint: before.hostKey,
          since: expect.any(String),
        });

        await sshd.halt();
        sshd.newHostKey();
        await sshd.run();
        const after = fingerprintOf(sshd.hostKey);
        await repositories.head('r').catch(() => {});
        const { body } = await call('GET', '/repositories/r');
        expect(body.hostKey).toMatchObject({
          fingerprint: before.hostKey,
          offered: after,
        });
        expect(body.health).toMatchObject({ reason: 'hostKeyChanged' });
        expect(body.health.message).toContain(before.hostKey);
        expect(body.health.message).toContain(after);
        expect(
          failed((await call('POST', '/repositories/r/test')).body),
        ).toMatchObject({
          check: 'reach',
          message: expect.stringContaining(after),
        });

        const path = '/repositories/r/host-key';
        const old = await call('PUT', path, { fingerprint: before.hostKey });
        expect(old.status).toBe(409);
        const trusted = await call('PUT', path, { fingerprint: after });
        expect(trusted.body.hostKey).toEqual({
          fingerprint: after,
          since: expect.any(String),
        });
        expect(audit.events.at(-1)).toMatchObject({
          eventId: 'repository-trust-host-key',
          severityLevel: 'high',
          meta: { before: before.hostKey, after },
        });
        await expect(repositories.head('r')).resolves.toMatch(/^[0-9a-f]{40}$/);
      });

      it('needs an SSH key, and an https address needs none', async () => {
        await credential();
        const url = sshd.urlOf(server.directory);
        const wrong = await create({ url, credential: 'c' });
        expect(wrong.status).toBe(400);
        expect(wrong.body.error.message).toMatch(/needs an SSH key/);
      });

      it('has no host key to trust where there is no SSH', async () => {
        await create();
        const answer = await call('PUT', '/repositories/r/host-key', {
          fingerprint: 'SHA256:x',
        });
        expect(answer.status).toBe(400);
      });
    });

    describe('G15: TLS', () => {
      let proxy: Server | undefined;

      const serveWith = async (certificate: { key: string; cert: string }) => {
        const listening = createHttpsServer(
          certificate,
          (request, response) => {
            const upstream = forward(
              {
                port: server.port,
                host: '127.0.0.1',
                method: request.method,
                path: request.url,
                headers: request.headers,
              },
              answer => {
                response.writeHead(answer.statusCode!, answer.headers);
                answer.pipe(response);
              },
            );
            request.pipe(upstream);
          },
        );
        await new Promise<void>(done => listening.listen(0, '127.0.0.1', done));
        proxy = listening as unknown as Server;
        const { port } = listening.address() as AddressInfo;
        return `https://127.0.0.1:${port}/fabrics.git`;
      };
      afterEach(() => {
        proxy?.closeAllConnections();
        proxy?.close();
      });

      it.each([
        ['self-signed', testCertificate('127.0.0.1')],
        [
          'expired',
          testCertificate('127.0.0.1', { endsAt: new Date('2026-01-01') }),
        ],
        ['for another host', testCertificate('other.fabric.example')],
      ])('a certificate that is %s is refused', async (_what, certificate) => {
        const url = await serveWith(certificate);
        server.requests.length = 0;
        const failure = failed(await test({ url }));
        expect(failure).toMatchObject({
          check: 'reach',
          message: expect.stringMatching(/TLS/),
          hint: expect.stringMatching(/certificate/),
        });
        expect(server.requests).toEqual([]);
      });

      it('the check can be switched off for one repository, which is audited as grave', async () => {
        const url = await serveWith(testCertificate('127.0.0.1'));
        const created = await create({ url, skipTLSVerify: true });
        expect(created.body.skipTLSVerify).toBe(true);
        await replica.engine.repositories.head('r');
        const { body } = await call('POST', '/repositories/r/test');
        expect(body.checks[1]).toMatchObject({
          result: 'ok',
          hint: expect.stringMatching(/in between/),
        });
        expect(audit.events[0]).toMatchObject({
          eventId: 'repository-create',
          severityLevel: 'high',
          meta: { skipTLSVerify: true },
        });
      });
    });
  });
});
