import { utils } from 'ssh2';
import type { Knex } from 'knex';
import { apiCaller } from '../__testUtils__/apiCall';
import {
  recordAudit,
  type AuditRecorder,
} from '../__testUtils__/AuditRecorder';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { TestGitServer } from '../repositories/__testUtils__/TestGitServer';

jest.setTimeout(120_000);

const KEYS = [{ id: 'k1', secret: 'Zx8-q4!vT0pLw7#sJm2^hRk9@bNd5&yU' }];
const GOOD_TOKEN = 'cnoc_pat_7Hq2Lx9ZbN4tVr8KwYp3Sd6F';
const day = 24 * 3_600_000;

describe('the routes of credentials', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let database: Knex;
    let replica: TestEngine;
    let api: TestApi;
    let audit: AuditRecorder;
    let call: ReturnType<typeof apiCaller>['call'];
    let afterThis: (() => Promise<void>) | undefined;

    const start = async (keys: object[] = KEYS, cnoc: object = {}) => {
      audit = recordAudit();
      replica = await startTestEngine({
        database,
        idle: true,
        auditor: audit,
        config: {
          cnoc: {
            network: { allow: ['127.0.0.1'] },
            encryption: { keys },
            ...cnoc,
          },
        },
      });
      api = await startTestApi(replica.engine, { auditor: audit });
      ({ call } = apiCaller(api));
    };
    const stop = async () => {
      await api?.close();
      await replica?.stop();
    };

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
      await start();
    });
    beforeEach(async () => {
      await emptyTables(database);
      audit.events.length = 0;
    });
    afterEach(async () => {
      await afterThis?.();
      afterThis = undefined;
    });
    afterAll(stop);

    const create = (input: object) =>
      call('POST', '/credentials', {
        name: 'c',
        type: 'token',
        secret: GOOD_TOKEN,
        ...input,
      });

    it('stores one, tells about it, and never gives its value back', async () => {
      const created = await create({ title: 'Robot', username: 'robot' });
      expect(created).toMatchObject({
        status: 201,
        body: {
          name: 'c',
          title: 'Robot',
          type: 'token',
          origin: 'api',
          username: 'robot',
          fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
          strength: { level: 'strong' },
          expiry: 'none',
          keyId: 'k1',
          readable: true,
          uses: 0,
          usedBy: [],
        },
      });
      expect((await call('GET', '/credentials/c')).body).toEqual(created.body);
      const list = await call('GET', '/credentials');
      expect(list.body).toEqual({ items: [created.body], totalItems: 1 });
      expect(created.text + list.text).not.toContain(GOOD_TOKEN);
      expect((await call('GET', '/credentials/other')).status).toBe(404);
    });

    it('pages by name', async () => {
      for (const name of ['b', 'a', 'c']) await create({ name });
      const first = await call('GET', '/credentials?limit=2');
      expect(first.body.items.map((one: any) => one.name)).toEqual(['a', 'b']);
      const next = await call(
        'GET',
        `/credentials?limit=2&cursor=${first.body.nextCursor}`,
      );
      expect(next.body.items.map((one: any) => one.name)).toEqual(['c']);
    });

    it.each([
      ['password1', 'weak'],
      ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
      ['k3jf', 'weak'],
      ['k3jfW0plq8zR', 'fair'],
      [GOOD_TOKEN, 'strong'],
    ])('says how strong a token is: %s is %s', async (secret, level) => {
      expect((await create({ secret })).body.strength.level).toBe(level);
    });

    it.each([
      [30 * day, 'fine'],
      [13 * day, 'soon'],
      [-day, 'expired'],
    ])('says that what ends in %d ms is %s', async (ms, expiry) => {
      const expiresAt = new Date(Date.now() + ms).toISOString();
      const { body } = await create({ expiresAt });
      expect(body).toMatchObject({ expiry, expiresAt });
    });

    describe('SSH keys', () => {
      const ed25519 = utils.generateKeyPairSync('ed25519', {
        passphrase: 'open the gate',
        cipher: 'aes256-ctr',
        rounds: 16,
      });

      it('are shown by their public half and kind', async () => {
        const { status, body } = await create({
          type: 'ssh',
          secret: undefined,
          privateKey: ed25519.private,
          passphrase: 'open the gate',
        });
        expect(status).toBe(201);
        expect(body.strength).toEqual({ level: 'strong', reason: 'Ed25519' });
        expect(body.publicKey).toBe(
          ed25519.public.split(' ').slice(0, 2).join(' '),
        );
      });

      it('of few bits are weak', async () => {
        const rsa = utils.generateKeyPairSync('rsa', { bits: 1024 });
        const { body } = await create({
          type: 'ssh',
          secret: undefined,
          privateKey: rsa.private,
        });
        expect(body.strength).toMatchObject({ level: 'weak' });
      });

      const bomb = () => {
        const lines = ed25519.private.trim().split('\n');
        const data = Buffer.from(lines.slice(1, -1).join(''), 'base64');
        // magic, cipher, kdf, then the options: salt and rounds
        let at = 15;
        for (let field = 0; field < 2; field++) {
          at += 4 + data.readUInt32BE(at);
        }
        data.writeUInt32BE(0x7fffffff, at + data.readUInt32BE(at));
        return [lines[0], data.toString('base64'), lines.at(-1)].join('\n');
      };

      it.each<[string, object, RegExp]>([
        [
          'no passphrase',
          { privateKey: ed25519.private },
          /^passphrase: .*enter it/,
        ],
        [
          'a wrong passphrase',
          { privateKey: ed25519.private, passphrase: 'nope' },
          /^passphrase: it does not open/,
        ],
        [
          'no key at all',
          { privateKey: 'hello' },
          /^privateKey: not a private key/,
        ],
        [
          'the public half',
          { privateKey: ed25519.public },
          /^privateKey: that is the public half/,
        ],
        [
          'PuTTY’s format',
          { privateKey: 'PuTTY-User-Key-File-3: ssh-ed25519' },
          /^privateKey: that is PuTTY/,
        ],
        [
          'a key whose passphrase would be stretched for hours',
          { privateKey: bomb(), passphrase: 'x' },
          /^privateKey: .*rounds/,
        ],
      ])('with %s are refused, saying so', async (_what, input, message) => {
        const answer = await create({
          type: 'ssh',
          secret: undefined,
          ...input,
        });
        expect(answer.status).toBe(400);
        expect(answer.body.error.message).toMatch(message);
      });
    });

    it.each<[object, RegExp]>([
      [{ secret: undefined }, /secret/],
      [{ type: 'basic' }, /username/],
      [{ type: 'basic', username: 'a:b' }, /colon/],
      [{ privateKey: 'x' }, /privateKey/],
      [{ secret: 'two\nlines' }, /line break/],
      [{ secret: 'nul\u0000' }, /control/],
      [{ name: 'Not A Name' }, /name/],
      [{ sealed: 'v1.k1.x.y.z' }, /sealed/],
      [{ fingerprint: 'abc' }, /fingerprint/],
    ])('refuses what does not belong: %j', async (input, message) => {
      const answer = await create(input);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    });

    it('takes a name once, and a request with one key once', async () => {
      const key = { 'Idempotency-Key': 'a-key-of-this-test' };
      const input = { name: 'c', type: 'token', secret: GOOD_TOKEN };
      const first = await call('POST', '/credentials', input, key);
      const again = await call('POST', '/credentials', input, key);
      expect(again).toMatchObject({ status: 201, body: first.body });
      const other = { ...input, secret: `${GOOD_TOKEN}x` };
      expect(await call('POST', '/credentials', other, key)).toMatchObject({
        status: 409,
        body: { error: { message: expect.stringMatching(/Idempotency-Key/) } },
      });
      expect((await create({})).status).toBe(409);
    });

    it('H17: of two who change the same, the second is told', async () => {
      const { body } = await create({});
      const match = { 'If-Match': `"${body.etag}"` };
      const one = await call('PATCH', '/credentials/c', { title: '1' }, match);
      expect(one).toMatchObject({ status: 200, body: { title: '1' } });
      const two = await call('PATCH', '/credentials/c', { title: '2' }, match);
      expect(two.status).toBe(412);
      expect(
        (await call('DELETE', '/credentials/c', undefined, match)).status,
      ).toBe(412);
      const any = await call('DELETE', '/credentials/c', undefined, {
        'If-Match': '*',
      });
      expect(any.status).toBe(204);
    });

    it('S7: the mask of a value is not a value', async () => {
      const { body } = await create({});
      for (const secret of ['••••••••', '********', '<redacted>', '[masked]']) {
        const answer = await call('PATCH', '/credentials/c', { secret });
        expect(answer.status).toBe(400);
        expect(answer.body.error.message).toMatch(/mask/);
      }
      const back = await call('PATCH', '/credentials/c', body);
      expect(back.status).toBe(400);
      const after = await call('PATCH', '/credentials/c', { title: 'new' });
      expect(after.body.fingerprint).toBe(body.fingerprint);
    });

    it('S8: an audit of a change has fingerprints and no value', async () => {
      const { body } = await create({});
      const changed = await call('PATCH', '/credentials/c', {
        secret: `${GOOD_TOKEN}2`,
      });
      const same = await call('PATCH', '/credentials/c', {
        secret: `${GOOD_TOKEN}2`,
      });
      expect(changed.body.fingerprint).not.toBe(body.fingerprint);
      expect(same.body.fingerprint).toBe(changed.body.fingerprint);
      await call('PATCH', '/credentials/c', { secret: 'two\nlines' });
      await call('DELETE', '/credentials/c');
      expect(
        audit.events.map(({ eventId, outcome, meta }) => [
          eventId,
          outcome,
          meta.before,
          meta.after,
        ]),
      ).toEqual([
        ['credential-create', 'succeeded', null, body.fingerprint],
        [
          'credential-update',
          'succeeded',
          body.fingerprint,
          changed.body.fingerprint,
        ],
        [
          'credential-update',
          'succeeded',
          changed.body.fingerprint,
          changed.body.fingerprint,
        ],
        ['credential-update', 'failed', undefined, undefined],
        [
          'credential-delete',
          'succeeded',
          changed.body.fingerprint,
          changed.body.fingerprint,
        ],
      ]);
      expect(JSON.stringify(audit.events)).not.toContain(GOOD_TOKEN);
    });

    it('S9: two credentials of one value have nothing in common in the database', async () => {
      const one = await create({ name: 'one' });
      const two = await create({ name: 'two' });
      expect(one.body.fingerprint).not.toBe(two.body.fingerprint);
    });

    it('without a key says what to configure, and all else works', async () => {
      await stop();
      await start([]);
      afterThis = () => stop().then(() => start());
      const answer = await create({});
      expect(answer.status).toBe(503);
      expect(answer.body.error.message).toMatch(/cnoc\.encryption\.keys/);
      expect((await call('GET', '/credentials')).status).toBe(200);
      expect((await call('POST', '/key-rotation')).status).toBe(503);
      expect((await call('GET', '/repositories')).status).toBe(200);
    });

    it.each<[object[], RegExp]>([
      [[{ id: 'k', secret: 'short' }], /32 random characters/],
      [[{ id: 'k', secret: 'a'.repeat(40) }], /32 random characters/],
      [[...KEYS, ...KEYS], /unique/],
      [[{ id: 'k.1', secret: KEYS[0].secret }], /letters/],
    ])(
      'S9: refuses a ring that protects nothing: %j',
      async (keys, message) => {
        await expect(
          startTestEngine({
            database,
            idle: true,
            config: { cnoc: { encryption: { keys } } },
          }),
        ).rejects.toThrow(message);
      },
    );

    describe('rotation of a value', () => {
      let server: TestGitServer;
      const accepted = new Set<string>();

      beforeEach(async () => {
        server = await TestGitServer.start();
        server.commit({ 'a.yaml': 'a' });
        accepted.clear();
        accepted.add(GOOD_TOKEN);
        server.intercept = (request, response) => {
          const [, encoded] = (request.headers.authorization ?? '').split(' ');
          const pair = Buffer.from(encoded ?? '', 'base64').toString();
          if (accepted.has(pair.slice(pair.indexOf(':') + 1))) return false;
          response.statusCode = 401;
          response.end();
          return true;
        };
        await create({});
        const repository = { name: 'r', url: server.url, credential: 'c' };
        await call('POST', '/repositories', repository);
      });
      afterEach(() => server.stop());

      it('takes the new value only when every repository that uses it accepts it', async () => {
        const before = (await call('GET', '/credentials/c')).body;
        expect(before.usedBy).toEqual(['r']);
        const next = `${GOOD_TOKEN}-next`;
        const refused = await call('POST', '/credentials/c/rotate', {
          secret: next,
        });
        expect(refused.status).toBe(409);
        expect(refused.body.error.message).toMatch(/old one stays. r: /);
        expect((await call('GET', '/credentials/c')).body).toMatchObject({
          fingerprint: before.fingerprint,
          etag: before.etag,
        });
        await replica.engine.repositories.head('r');

        accepted.add(next);
        const key = { 'Idempotency-Key': 'rotate-this-once' };
        const rotated = await call(
          'POST',
          '/credentials/c/rotate',
          { secret: next },
          key,
        );
        expect(rotated).toMatchObject({
          status: 200,
          body: { rotatedAt: expect.any(String) },
        });
        expect(rotated.body.fingerprint).not.toBe(before.fingerprint);
        accepted.delete(GOOD_TOKEN);
        await replica.engine.repositories.head('r');
        const again = await call(
          'POST',
          '/credentials/c/rotate',
          { secret: next },
          key,
        );
        expect(again.body.etag).toBe(rotated.body.etag);
      });

      it('is not deleted while a repository uses it', async () => {
        const refused = await call('DELETE', '/credentials/c');
        expect(refused.status).toBe(409);
        expect(refused.body.error.message).toMatch(/'r'/);
        await call('PATCH', '/repositories/r', { credential: null });
        expect((await call('DELETE', '/credentials/c')).status).toBe(204);
      });

      it('counts uses, and audits those that are not routine', async () => {
        const { repositories, credentials } = replica.engine;
        await repositories.head('r');
        await repositories.head('r');
        const polled = audit.events.filter(
          event => event.eventId === 'credential-use',
        );
        expect(polled).toEqual([]);
        await call('POST', '/repositories/r/test');
        expect((await call('GET', '/credentials/c')).body).toMatchObject({
          uses: 3,
          lastUsedAt: expect.any(String),
        });
        expect(
          audit.events.filter(event => event.eventId === 'credential-use'),
        ).toEqual([
          expect.objectContaining({
            meta: {
              credential: 'c',
              fingerprint: expect.any(String),
              repository: 'r',
              actionType: 'test',
              actor: expect.any(String),
            },
          }),
        ]);
        await credentials.close();
        const row = await database('credentials').first('uses');
        expect(Number(row.uses)).toBe(3);
      });
    });
  });
});
