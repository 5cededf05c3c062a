import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  recordAudit,
  type AuditRecorder,
} from '../__testUtils__/AuditRecorder';
import { apiCaller } from '../__testUtils__/apiCall';
import { dumpDatabase } from '../__testUtils__/dumpDatabase';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import { DatabaseWakeStore } from '../reconcile/DatabaseWakeStore';
import { PushWaker } from '../reconcile/PushWaker';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';

jest.setTimeout(120_000);

const KEYS = [{ id: 'k1', secret: 'Zx8-q4!vT0pLw7#sJm2^hRk9@bNd5&yU' }];
const SECRET = 'canary-webhook-4tVr8KwYp3Sd6F';
const OTHER_SECRET = 'another-webhook-Kw8YpTd6F';

const sha256 = (body: string, secret = SECRET) =>
  createHmac('sha256', secret).update(body).digest('hex');
const github = (body: string, more: Record<string, string> = {}) => ({
  'Content-Type': 'application/json',
  'X-GitHub-Event': 'push',
  'X-Hub-Signature-256': `sha256=${sha256(body)}`,
  ...more,
});
let serial = 0;
const pushOf = (fields: object = {}) =>
  JSON.stringify({
    ref: 'refs/heads/main',
    after: `${(serial += 1)}`.padStart(40, '0'),
    commits: [],
    ...fields,
  });

describe('the route of webhooks', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let database: Knex;
    let replica: TestEngine;
    let api: TestApi;
    let audit: AuditRecorder;
    let pushed: (string | undefined)[][];

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
      audit = recordAudit();
      replica = await startTestEngine({
        database,
        idle: true,
        auditor: audit,
        config: {
          cnoc: {
            encryption: { keys: KEYS },
            repositories: [
              {
                name: 'fixed',
                url: 'https://git.fabric.example/team/fixed.git',
                webhookSecret: OTHER_SECRET,
              },
            ],
          },
        },
      });
      replica.engine.repositories.onPush((...push) => pushed.push(push));
      api = await startTestApi(replica.engine, { auditor: audit });
    });
    afterAll(async () => {
      await api?.close();
      await replica?.stop();
    });
    beforeEach(async () => {
      await emptyTables(database);
      pushed = [];
      audit.events.length = 0;
      const { registry } = replica.engine.repositories;
      await registry.create({
        name: 'r',
        url: 'https://github.com/team/fabrics.git',
        webhookSecret: SECRET,
      });
      await registry.create({
        name: 'bare',
        url: 'https://github.com/team/other.git',
      });
    });

    const send = async (
      body: string,
      headers: Record<string, string>,
      repository = 'r',
    ) => {
      const response = await fetch(`${api.url}/v1/webhooks/${repository}`, {
        method: 'POST',
        headers,
        body,
      });
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text) };
    };

    const azure = () => ({
      'Content-Type': 'application/json',
      Authorization: `Basic ${Buffer.from(`cnoc:${SECRET}`).toString(
        'base64',
      )}`,
    });
    const cloud = JSON.stringify({
      push: {
        changes: [{ old: null, new: { type: 'branch', name: 'main' } }],
      },
    });
    const server = JSON.stringify({
      changes: [{ ref: { id: 'refs/heads/main', type: 'BRANCH' } }],
    });
    const devops = JSON.stringify({
      eventType: 'git.push',
      resource: { refUpdates: [{ name: 'refs/heads/main' }] },
    });

    it.each<[string, string, (body: string) => Record<string, string>]>([
      ['GitHub', pushOf(), github],
      [
        'Gitea',
        pushOf(),
        body => ({
          'X-Gitea-Event': 'push',
          'X-Gitea-Signature': sha256(body),
        }),
      ],
      [
        'GitLab',
        pushOf(),
        () => ({ 'X-Gitlab-Event': 'Push Hook', 'X-Gitlab-Token': SECRET }),
      ],
      [
        'Bitbucket Cloud',
        cloud,
        body => ({
          'X-Event-Key': 'repo:push',
          'X-Hub-Signature': `sha256=${sha256(body)}`,
        }),
      ],
      [
        'Bitbucket Data Center',
        server,
        body => ({
          'X-Event-Key': 'repo:refs_changed',
          'X-Hub-Signature': `sha256=${sha256(body)}`,
        }),
      ],
      ['Azure DevOps', devops, () => azure()],
    ])(
      'queues a fetch for a push that %s proves',
      async (_host, body, headers) => {
        const answer = await send(body, headers(body));
        expect(answer).toMatchObject({
          status: 202,
          body: { message: 'A fetch is queued' },
        });
        expect(pushed).toEqual([['r', 'main']]);
        const seen = await replica.engine.repositories.get('r');
        expect(seen.webhookAt).toEqual(expect.any(String));
      },
    );

    it('takes the secret of configuration for a repository of configuration', async () => {
      const body = pushOf();
      const headers = github(body, {
        'X-Hub-Signature-256': `sha256=${sha256(body, OTHER_SECRET)}`,
      });
      expect((await send(body, headers, 'fixed')).status).toBe(202);
    });

    const body1 = pushOf();
    const proofs: [string, Record<string, string>][] = [
      ['nothing', {}],
      ['an empty signature', { 'X-Hub-Signature-256': '' }],
      ['a short signature', { 'X-Hub-Signature-256': 'sha256=abcd' }],
      [
        'the signature cut by one character',
        { 'X-Hub-Signature-256': `sha256=${sha256(body1).slice(0, -1)}` },
      ],
      [
        'the signature of another body',
        { 'X-Hub-Signature-256': `sha256=${sha256(`${body1} `)}` },
      ],
      [
        'another repository’s secret',
        { 'X-Hub-Signature-256': `sha256=${sha256(body1, OTHER_SECRET)}` },
      ],
      [
        'SHA-1 only',
        {
          'X-Hub-Signature': `sha1=${createHmac('sha1', SECRET)
            .update(body1)
            .digest('hex')}`,
        },
      ],
      ['a wrong token', { 'X-Gitlab-Token': `${SECRET}x` }],
      ['an empty token', { 'X-Gitlab-Token': '' }],
      [
        'a wrong password',
        {
          Authorization: `Basic ${Buffer.from('cnoc:nope').toString('base64')}`,
        },
      ],
      [
        'a wrong signature beside the right token',
        {
          'X-Hub-Signature-256': `sha256=${'0'.repeat(64)}`,
          'X-Gitlab-Token': SECRET,
        },
      ],
    ];
    it.each(proofs)('W1: %s proves nothing', async (_what, proof) => {
      const answer = await send(body1, {
        'Content-Type': 'application/json',
        'X-GitHub-Event': 'push',
        ...proof,
      });
      expect(answer.status).toBe(401);
      expect(pushed).toEqual([]);
      expect(audit.events).toMatchObject([
        { eventId: 'webhook-receive', outcome: 'failed' },
      ]);
    });

    it('W1: an unknown repository and one without a secret answer like a wrong secret', async () => {
      const wrong = await send(body1, { 'X-Gitlab-Token': 'wrong' });
      for (const name of ['bare', 'nobody', '%00', 'a'.repeat(300)]) {
        for (const token of ['', 'undefined', SECRET]) {
          const answer = await send(body1, { 'X-Gitlab-Token': token }, name);
          expect(answer.status).toBe(401);
          expect(answer.body.error).toEqual(wrong.body.error);
        }
      }
    });

    it('W1: nothing is parsed before the proof', async () => {
      const answer = await send('{ not json', {
        'Content-Type': 'application/json',
        'X-Hub-Signature-256': 'sha256=00',
      });
      expect(answer.status).toBe(401);
    });

    it('W2: a body of more than 1 MB is refused by its length', async () => {
      const body = 'x'.repeat(1024 * 1024 + 1);
      expect((await send(body, github(body))).status).toBe(413);
    });

    it('W2: a body without a length is refused while it streams', async () => {
      const { port } = new URL(api.url);
      const socket = connect(Number(port), '127.0.0.1');
      const answer = new Promise<string>(resolve => {
        let text = '';
        socket.on('data', chunk => {
          text += chunk;
        });
        socket.on('error', () => resolve(text));
        socket.on('close', () => resolve(text));
      });
      socket.write(
        'POST /v1/webhooks/r HTTP/1.1\r\nHost: cnoc\r\nTransfer-Encoding: chunked\r\nX-Gitlab-Token: x\r\n\r\n',
      );
      const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      let sent = 0;
      // A server that waited for the end would take all of it
      while (sent < 64 * 1024 * 1024 && !socket.destroyed) {
        sent += 0x10000;
        if (!socket.write(piece)) {
          await new Promise(resolve => {
            socket.once('drain', resolve);
            socket.once('close', resolve);
          });
        }
      }
      expect(await answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(sent).toBeLessThan(64 * 1024 * 1024);
    });

    it('W3: a replay starts nothing, whether its id or its body is repeated', async () => {
      const body = pushOf();
      const first = { 'X-GitHub-Delivery': 'd-1' };
      expect((await send(body, github(body, first))).status).toBe(202);
      const replays = [
        await send(body, github(body, first)),
        await send(body, github(body, { 'X-GitHub-Delivery': 'd-2' })),
      ];
      const other = pushOf();
      replays.push(await send(other, github(other, first)));
      expect(replays.map(one => [one.status, one.body.message])).toEqual(
        replays.map(() => [200, 'This delivery came before']),
      );
      expect(pushed).toHaveLength(1);
    });

    it('W3: what is remembered of deliveries is bounded', async () => {
      const rows = Array.from({ length: 2_500 }, (_, index) => ({
        repository: 'r',
        delivery: `old-${index}`,
      }));
      for (let at = 0; at < rows.length; at += 100) {
        await database('webhook_deliveries').insert(rows.slice(at, at + 100));
      }
      for (let count = 0; count < 101; count++) {
        const body = pushOf();
        await send(body, github(body));
      }
      const [{ total }] = await database('webhook_deliveries').count({
        total: '*',
      });
      expect(Number(total)).toBeLessThanOrEqual(2_100);
    });

    const nested = (depth: number) =>
      `${'{"ref":'.repeat(depth)}1${'}'.repeat(depth)}`;
    it.each<[string, string]>([
      ['not JSON', '{ not json'],
      ['null', 'null'],
      ['a list', '[]'],
      ['a ref that is a number', pushOf({ ref: 7 })],
      ['a ref that is null', pushOf({ ref: null })],
      ['a ref that is no ref', pushOf({ ref: 'main' })],
      ['no commits', pushOf({ commits: undefined })],
      ['commits that are null', pushOf({ commits: null })],
      ['10,000 commits', pushOf({ commits: Array(10_000).fill({}) })],
      ['nesting without end', nested(20_000)],
      ['prototype keys', '{"__proto__":{"ref":"refs/heads/main"}}'],
      ['nothing', ''],
    ])('W4: a genuine push with %s is malformed', async (_what, body) => {
      const answer = await send(body, github(body));
      expect(answer.status).toBe(400);
      expect(pushed).toEqual([]);
    });

    it.each<[string, string]>([
      ['repo:push', '{}'],
      ['repo:push', '{"push":{"changes":[null]}}'],
      ['repo:push', '{"push":{"changes":[{"new":{"type":"branch"}}]}}'],
      ['repo:refs_changed', '{"changes":[{"ref":{"id":1}}]}'],
      ['git.push', '{"resource":{"refUpdates":"x"}}'],
    ])('W4: %s with %s is malformed', async (event, body) => {
      const headers = { ...github(body), 'X-Event-Key': event };
      delete (headers as Record<string, string>)['X-GitHub-Event'];
      expect((await send(body, headers)).status).toBe(400);
    });

    it('W5: whatever the payload names, only the registered repository and branch count', async () => {
      const lying = pushOf({
        repository: {
          name: 'fixed',
          clone_url: 'https://thief.fabric.example/f.git',
          ssh_url: 'ext::sh -c id',
        },
      });
      expect((await send(lying, github(lying))).status).toBe(202);
      expect(pushed).toEqual([['r', 'main']]);
      const elsewhere = pushOf({ ref: 'refs/heads/--upload-pack=id' });
      expect(await send(elsewhere, github(elsewhere))).toMatchObject({
        status: 200,
        body: { message: 'The push was to another branch' },
      });
      const tag = pushOf({ ref: 'refs/tags/main' });
      expect((await send(tag, github(tag))).status).toBe(200);
      expect(pushed).toHaveLength(1);
    });

    it('W6: 1,000 pushes leave one queued sync', async () => {
      const wakes = DatabaseWakeStore.create({ database });
      const waker = PushWaker.create({
        registry: {
          known: () => [
            {
              name: 'f',
              repository: 'r',
              path: '',
              cluster: 'k',
              namespace: 'default',
            },
          ],
        },
        reconciler: { request: (fabric, kind) => wakes.request(fabric, kind) },
        logger: mockServices.logger.mock(),
      });
      const off = replica.engine.repositories.onPush(name =>
        waker.pushed(name),
      );
      const deliveries = Array.from({ length: 1_000 }, () => pushOf());
      while (deliveries.length > 0) {
        const batch = deliveries.splice(0, 50);
        const answers = await Promise.all(
          batch.map(body => send(body, github(body))),
        );
        expect(new Set(answers.map(one => one.status))).toEqual(new Set([202]));
      }
      off();
      await waker.stop();
      const [{ total }] = await database('wakes')
        .whereNull('started_at')
        .count({ total: '*' });
      expect(Number(total)).toBe(1);
    });

    it('W7: a form, a ping, another event and a compressed body get the right answer', async () => {
      const payload = pushOf();
      const form = new URLSearchParams({ payload }).toString();
      const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' };
      expect((await send(form, github(form, asForm))).status).toBe(202);

      const ping = '{"zen":"Keep it logically awesome."}';
      const pinged = github(ping, { 'X-GitHub-Event': 'ping' });
      expect(await send(ping, pinged)).toMatchObject({
        status: 200,
        body: { message: 'The webhook works' },
      });
      const issue = github(ping, { 'X-GitHub-Event': 'issues' });
      expect(await send(ping, issue)).toMatchObject({
        status: 200,
        body: { message: 'Only push events matter here' },
      });
      const { 'X-GitHub-Event': _, ...nameless } = github(ping);
      expect((await send(ping, nameless)).status).toBe(400);
      const zipped = github(ping, { 'Content-Encoding': 'gzip' });
      expect((await send(ping, zipped)).status).toBe(415);
      expect(pushed).toHaveLength(1);
    });

    it('S1: the secret is in no row, answer or audit event', async () => {
      const body = pushOf();
      const answers = [
        await send(body, github(body)),
        await send(body, { 'X-Gitlab-Token': `${SECRET}x` }),
      ];
      const { call } = apiCaller(api);
      answers.push(await call('GET', '/repositories/r'));
      expect(answers.map(one => one.text).join()).not.toContain(SECRET);
      expect(await dumpDatabase(database)).not.toContain(SECRET);
      expect(JSON.stringify(audit.events)).not.toContain(SECRET);
    });
  });
});
