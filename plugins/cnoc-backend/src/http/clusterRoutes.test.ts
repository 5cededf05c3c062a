import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Lab, type LabCluster } from '@cnoc/lab';
import type { Knex } from 'knex';
import { apiCaller } from '../__testUtils__/apiCall';
import {
  recordAudit,
  type AuditRecorder,
} from '../__testUtils__/AuditRecorder';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { testCertificate } from '../__testUtils__/testCertificate';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import { ClusterFront } from '../live/clusters/__testUtils__/ClusterFront';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';

jest.setTimeout(120_000);

const KEYS = [{ id: 'k1', secret: 'Zx8-q4!vT0pLw7#sJm2^hRk9@bNd5&yU' }];
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('the routes of clusters', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let database: Knex;
    let lab: Lab;
    let cluster: LabCluster;
    let front: ClusterFront;
    let replica: TestEngine;
    let api: TestApi;
    let audit: AuditRecorder;
    let call: ReturnType<typeof apiCaller>['call'];
    let answers: string[];
    const denied = new Set<string>();
    const fronts: ClusterFront[] = [];

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
      lab = await Lab.start({
        agents: false,
        fabrics: [{ name: 'c', title: 'c', history: [], handEdits: [] }],
      });
      [cluster] = lab.clusters.values();
      front = await ClusterFront.start();
      front.cluster = cluster;
      audit = recordAudit();
      replica = await startTestEngine({
        database,
        idle: true,
        auditor: audit,
        config: {
          cnoc: {
            network: { allow: ['127.0.0.1'] },
            encryption: { keys: KEYS },
            repositories: [{ name: 'r', url: 'https://git.invalid/r.git' }],
            clusters: [
              {
                name: 'configured',
                title: 'From configuration',
                server: cluster.url,
                token: cluster.token,
                lab: true,
              },
              { name: 'pod', auth: { type: 'inCluster' } },
              { name: 'portal', auth: { type: 'kubernetes', cluster: 'site' } },
            ],
            fabrics: [{ name: 'f', repository: 'r', cluster: 'configured' }],
          },
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'site',
                    url: cluster.url,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: cluster.token,
                  },
                ],
              },
            ],
          },
        },
      });
      await replica.engine.fabricRegistry.start();
      await replica.engine.fabricRegistry.stop();
      api = await startTestApi(replica.engine, {
        auditor: audit,
        permissions: mockServices.permissions.mock({
          authorize: async all =>
            all.map(({ permission }) => ({
              result: denied.has(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async all =>
            all.map(() => ({ result: AuthorizeResult.ALLOW })),
        }),
      });
      ({ call, answers } = apiCaller(api));
    });
    beforeEach(async () => {
      for (const table of ['cluster_registrations', 'cluster_identities']) {
        await database(table).delete();
      }
      await database('credentials').delete();
      await replica.engine.live.clusters.all({ fresh: true });
      audit.events.length = 0;
      answers.length = 0;
      denied.clear();
    });
    afterEach(async () => {
      cluster.faults.clear();
      front.intercept = undefined;
      await Promise.all(fronts.splice(0).map(one => one.stop()));
    });
    afterAll(async () => {
      await api?.close();
      await replica?.stop();
      await front?.stop();
      await lab?.stop();
      await emptyTables(database);
    });

    const input = (more: object = {}) => ({
      name: 'site-a',
      server: front.url,
      auth: { type: 'token', token: cluster.token },
      ...more,
    });
    const create = (more: object = {}, headers = {}) =>
      call('POST', '/clusters', input(more), headers);
    const test = (more: object = {}) =>
      call('POST', '/clusters/test', input(more));
    const checkOf = (body: any, check: string) =>
      body.checks.find((one: any) => one.check === check);
    const startFront = async (
      options: Parameters<typeof ClusterFront.start>[0] = {},
    ) => {
      const started = await ClusterFront.start(options);
      started.cluster = cluster;
      fronts.push(started);
      return started;
    };

    describe('the registry', () => {
      it('lists those of the configuration, which are changed only there', async () => {
        const { body } = await call('GET', '/clusters');
        expect(body).toMatchObject({
          totalItems: 3,
          items: [
            {
              name: 'configured',
              title: 'From configuration',
              server: cluster.url,
              origin: 'config',
              access: 'config',
              lab: true,
              health: { state: 'unknown' },
              identity: { state: 'unknown' },
              fabrics: ['f'],
            },
            { name: 'pod', access: 'inCluster' },
            { name: 'portal', access: 'kubernetes', kubernetesCluster: 'site' },
          ],
        });
        expect(body.items[1].server).toBeUndefined();
        const page = await call('GET', '/clusters?limit=2');
        expect(page.body.items).toHaveLength(2);
        const rest = await call(
          'GET',
          `/clusters?limit=2&cursor=${page.body.nextCursor}`,
        );
        expect(rest.body.items).toMatchObject([{ name: 'portal' }]);
        for (const [method, change] of [
          ['PATCH', { title: 'x' }],
          ['DELETE', undefined],
        ] as const) {
          const refused = await call(method, '/clusters/pod', change);
          expect(refused).toMatchObject({ status: 409 });
          expect(refused.text).toMatch(/change it in cnoc.clusters/);
        }
        expect((await create({ name: 'pod' })).status).toBe(409);
        expect(answers.join()).not.toContain(cluster.token);
      });

      it('registers one with a token, which is stored apart and goes with it', async () => {
        const created = await create({
          title: 'Site A',
          namespace: 'fab',
          lab: true,
        });
        expect(created).toMatchObject({
          status: 201,
          body: {
            name: 'site-a',
            title: 'Site A',
            server: front.url,
            namespace: 'fab',
            origin: 'api',
            access: 'credential',
            credential: 'site-a-cluster',
            certificateAuthority: false,
            skipTLSVerify: false,
            lab: true,
            fabrics: [],
          },
        });
        const credential = await call('GET', '/credentials/site-a-cluster');
        expect(credential.body).toMatchObject({
          type: 'token',
          origin: 'cluster',
          usedBy: ['site-a'],
        });
        expect((await call('GET', '/clusters/site-a')).body).toMatchObject({
          name: 'site-a',
          roleYaml: expect.stringContaining('namespace: fab'),
          schemas: [],
        });
        expect(
          await call('DELETE', '/credentials/site-a-cluster'),
        ).toMatchObject({ status: 409 });
        expect((await call('DELETE', '/clusters/site-a')).status).toBe(204);
        expect((await call('GET', '/credentials/site-a-cluster')).status).toBe(
          404,
        );
        expect((await call('GET', '/clusters/site-a')).status).toBe(404);
        expect(JSON.stringify(audit.events)).not.toContain(cluster.token);
        expect(audit.events.map(one => one.eventId)).toEqual([
          'cluster-create',
          'credential-delete',
          'cluster-delete',
        ]);
      });

      it('does a request with an Idempotency-Key once', async () => {
        const key = { 'Idempotency-Key': 'cluster-key-0001' };
        const first = await create({}, key);
        const again = await create({}, key);
        expect(again).toMatchObject({ status: 201, body: first.body });
        expect((await create({ title: 'other' }, key)).status).toBe(409);
        expect((await create({})).status).toBe(409);
      });

      it('changes what is given, under If-Match, and keeps the secret', async () => {
        const { body } = await create();
        const stale = await call(
          'PATCH',
          '/clusters/site-a',
          { title: 'x' },
          { 'If-Match': '"old"' },
        );
        expect(stale.status).toBe(412);
        const changed = await call(
          'PATCH',
          '/clusters/site-a',
          { title: 'New', lab: true, namespace: 'n' },
          { 'If-Match': `"${body.etag}"` },
        );
        expect(changed).toMatchObject({
          status: 200,
          body: {
            title: 'New',
            lab: true,
            namespace: 'n',
            server: front.url,
            credential: 'site-a-cluster',
          },
        });
        expect(changed.body.etag).not.toBe(body.etag);
        const tested = await call('POST', '/clusters/site-a/test');
        expect(tested.body).toMatchObject({ ok: true, namespace: 'n' });
        const open = await call('PATCH', '/clusters/site-a', {
          auth: { type: 'none' },
        });
        expect(open.body).toMatchObject({ access: 'none', server: front.url });
        expect((await call('GET', '/credentials')).body.totalItems).toBe(0);
      });

      it('sends a stored credential to another server only for who may change it', async () => {
        await create();
        await call('POST', '/credentials', {
          name: 'mine',
          type: 'token',
          secret: cluster.token,
        });
        denied.add('cnoc.credential.update');
        const elsewhere = { server: 'https://k8s.attacker.example' };
        expect(
          (await call('PATCH', '/clusters/site-a', elsewhere)).status,
        ).toBe(403);
        const auth = { type: 'credential', credential: 'mine' };
        expect((await create({ name: 'b', auth })).status).toBe(403);
        expect((await test({ auth })).status).toBe(403);
        const fresh = { type: 'token', token: 'a-new-token-of-that-server' };
        expect(
          (
            await call('PATCH', '/clusters/site-a', {
              ...elsewhere,
              auth: fresh,
            })
          ).status,
        ).toBe(200);
        denied.clear();
        expect((await create({ name: 'b', auth })).status).toBe(201);
        denied.add('cnoc.credential.update');
        expect((await create({ name: 'c', auth })).status).toBe(201);
      });

      it.each([
        [{ auth: { type: 'token' } }, /auth.token: auth.type token needs it/],
        [
          { auth: { type: 'none', token: 'canary-t' } },
          /auth.token: does not belong/,
        ],
        [
          { auth: { type: 'token', token: '********' } },
          /secret: that is the mask/,
        ],
        [{ server: 'ftp://h' }, /scheme/],
        [{ server: 'http://k8s.example.com' }, /Plain http/],
        [{ server: 'https://u:canary-p@h' }, /it holds a name, a password/],
        [
          { server: undefined },
          /server: the root of the Kubernetes API is missing/,
        ],
        [{ certificateAuthority: 'canary-x' }, /certificateAuthority: not a/],
        [{ namespace: 'Not A Name' }, /namespace/],
        [{ auth: { type: 'credential', credential: 'nope' } }, /no credential/],
        [{ auth: { type: 'inCluster' } }, /leave out server/],
      ])('refuses %j in words', async (more, words) => {
        const refused = await create(more);
        expect([400, 403]).toContain(refused.status);
        expect(refused.body.error.message).toMatch(words);
        expect(refused.text).not.toContain('canary');
        expect((await call('GET', '/credentials')).body.totalItems).toBe(0);
      });

      it('names who uses a cluster that is to be forgotten', async () => {
        await create({ name: 'used' });
        const { fabrics } = replica.engine;
        const list = jest
          .spyOn(fabrics, 'list')
          .mockResolvedValue([
            { definition: { name: 'g', cluster: 'used' } },
          ] as never);
        const refused = await call('DELETE', '/clusters/used');
        list.mockRestore();
        expect(refused.status).toBe(409);
        expect(refused.body.error.message).toMatch(/is used by 'g'/);
      });

      it.each([
        ['GET', '/clusters', 'read'],
        ['GET', '/clusters/pod', 'read'],
        ['POST', '/clusters', 'create'],
        ['POST', '/clusters/test', 'create'],
        ['POST', '/clusters/kubeconfig', 'create'],
        ['PATCH', '/clusters/pod', 'update'],
        ['DELETE', '/clusters/pod', 'delete'],
        ['POST', '/clusters/pod/test', 'update'],
        ['PUT', '/clusters/pod/identity', 'update'],
      ])('%s %s asks for cnoc.cluster.%s', async (method, path, action) => {
        denied.add(`cnoc.cluster.${action}`);
        const bodies: Record<string, object> = {
          '/clusters/kubeconfig': { kubeconfig: 'x' },
          '/clusters/pod/identity': { identity: 'x' },
          '/clusters/pod': { title: 'x' },
        };
        const sends = method !== 'GET' && method !== 'DELETE';
        const answer = await call(
          method,
          path,
          sends && !path.endsWith('pod/test')
            ? bodies[path] ?? input()
            : undefined,
        );
        expect(answer.status).toBe(403);
      });
    });

    describe('a kubeconfig', () => {
      const auth = () => ({
        type: 'kubeconfig',
        kubeconfig: cluster.kubeconfig(),
      });

      it('K21: is read without an echo and without a trace', async () => {
        const { status, text, body } = await call(
          'POST',
          '/clusters/kubeconfig',
          { kubeconfig: cluster.kubeconfig() },
        );
        expect(status).toBe(200);
        expect(body).toEqual({
          current: cluster.name,
          contexts: [
            {
              name: cluster.name,
              server: cluster.url,
              namespace: 'default',
              auth: 'token',
            },
          ],
        });
        expect(text).not.toContain(cluster.token);
        expect((await call('GET', '/credentials')).body.totalItems).toBe(0);
      });

      it('registers a cluster with all that it holds', async () => {
        const created = await create({ server: undefined, auth: auth() });
        expect(created).toMatchObject({
          status: 201,
          body: {
            server: cluster.url,
            namespace: 'default',
            credential: 'site-a-cluster',
          },
        });
        const tested = await call('POST', '/clusters/site-a/test');
        expect(tested.body.ok).toBe(true);
      });

      it('S7: its mask is no secret', async () => {
        const masked = cluster.kubeconfig().replace(cluster.token, 'REDACTED');
        const refused = await create({
          server: undefined,
          auth: { type: 'kubeconfig', kubeconfig: masked },
        });
        expect(refused.status).toBe(400);
        expect(refused.body.error.message).toMatch(/--raw/);
      });
    });

    describe('the connection test', () => {
      it('goes step by step, and says what the cluster is and what CNOC may', async () => {
        const { body } = await test();
        expect(body).toMatchObject({
          ok: true,
          version: expect.stringMatching(/^v1\./),
          identity: cluster.uid,
          namespace: 'default',
          roleYaml: expect.stringContaining('kind: ClusterRole'),
        });
        expect(body.checks.map((one: any) => [one.check, one.result])).toEqual([
          ['address', 'ok'],
          ['reach', 'ok'],
          ['sign-in', 'ok'],
          ['identity', 'ok'],
          ['kinds', 'ok'],
          ['rights', 'ok'],
        ]);
        expect(body.kinds.find((one: any) => one.kind === 'VPC')).toEqual({
          kind: 'VPC',
          served: true,
          listable: true,
          versions: ['v1beta1'],
          schema: 'same',
          differences: 0,
        });
        expect(body.rights).toContainEqual({
          group: 'vpc.githedgehog.com',
          resource: 'vpcs',
          verb: 'patch',
          needed: 'deploy',
          allowed: true,
        });
        expect((await call('GET', '/credentials')).body.totalItems).toBe(0);
        expect((await call('GET', '/clusters')).body.totalItems).toBe(3);
      });

      it('works for a cluster of Backstage’s configuration, and says what a pod lacks', async () => {
        const portal = await call('POST', '/clusters/portal/test');
        expect(portal.body).toMatchObject({ ok: true, identity: cluster.uid });
        const pod = await call('POST', '/clusters/pod/test');
        expect(pod.body.ok).toBe(false);
        expect(pod.body.message).toMatch(/does not run in a Kubernetes pod/);
        const fabric = await call('POST', '/fabrics/f/test');
        expect(fabric.body).toMatchObject({ ok: true, namespace: 'default' });
      });

      const failures: [
        string,
        () => object | Promise<object>,
        string,
        RegExp,
      ][] = [
        [
          'K22: a metadata address',
          () => ({ server: 'https://169.254.169.254' }),
          'address',
          /metadata address/,
        ],
        [
          'K22: an address in disguise',
          () => ({ server: 'https://[::ffff:169.254.169.254]' }),
          'address',
          /metadata address/,
        ],
        [
          'an unknown host',
          () => ({ server: 'https://k8s.cnoc-test.invalid' }),
          'reach',
          /no host of this name|name server/,
        ],
        [
          'a port that is shut',
          () => ({ server: 'http://127.0.0.1:1' }),
          'reach',
          /nothing listens/,
        ],
        [
          'K1: a token that has expired',
          () => ({ auth: { type: 'token', token: 'expired-token' } }),
          'sign-in',
          /wrong or has expired/,
        ],
        [
          'K23: a redirect',
          () => {
            front.intercept = (_request, response) =>
              response.writeHead(302, { location: 'https://x' }).end();
            return {};
          },
          'reach',
          /redirect/,
        ],
        [
          'a web page',
          () => {
            front.intercept = (_request, response) =>
              response.end('<html>hello</html>');
            return {};
          },
          'reach',
          /not a Kubernetes API/,
        ],
        [
          'another API',
          () => {
            front.intercept = (_request, response) => response.end('{}');
            return {};
          },
          'reach',
          /not a Kubernetes API/,
        ],
        [
          'K24: a certificate that nobody vouches for',
          async () => {
            const tls = testCertificate('127.0.0.1');
            return { server: (await startFront({ tls })).url };
          },
          'reach',
          /not signed by the configured authority/,
        ],
        [
          'K24: a certificate for another name',
          async () => {
            const tls = testCertificate('other.example.com');
            return {
              server: (await startFront({ tls })).url,
              certificateAuthority: tls.cert,
            };
          },
          'reach',
          /another name/,
        ],
        [
          'K2: a kind that may not be listed',
          () => {
            cluster.faults.add({
              verb: 'list',
              plural: 'vpcs',
              status: 403,
              message: 'vpcs is forbidden',
            });
            return {};
          },
          'kinds',
          /VPC: vpcs is forbidden/,
        ],
        [
          'a kind that cannot be watched',
          () => {
            cluster.faults.add({ verb: 'watch', plural: 'vpcs', status: 403 });
            return {};
          },
          'rights',
          /watch vpcs/,
        ],
        [
          'a cluster without Hedgehog',
          () => {
            front.intercept = (request, response) => {
              if (/githedgehog/.test(request.url!)) {
                response.writeHead(404).end('404 page not found');
              } else {
                cluster.handle(
                  request,
                  response,
                  new URL(request.url!, 'http://front'),
                );
              }
            };
            return {};
          },
          'kinds',
          /does not serve .*VPC, /,
        ],
      ];
      it.each(failures)(
        'says in words: %s',
        async (_name, prepare, check, words) => {
          const { status, body } = await test(await prepare());
          expect(status).toBe(200);
          const failed = checkOf(body, check);
          expect(failed).toMatchObject({
            result: 'failed',
            message: expect.stringMatching(words),
          });
          expect(body).toMatchObject({ ok: false, message: failed.message });
          expect(body.checks).toHaveLength(6);
          expect(body.checks.at(-1).result).toBe(
            check === 'rights' ? 'failed' : 'skipped',
          );
          expect(JSON.stringify(body)).not.toContain(cluster.token);
        },
      );

      it('trusts the authority that is given, and signs in with a client certificate', async () => {
        const tls = testCertificate('127.0.0.1');
        const client = testCertificate('robot');
        const secure = await startFront({ tls, client: client.cert });
        const auth = {
          type: 'kubeconfig',
          kubeconfig: JSON.stringify({
            contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
            clusters: [
              {
                name: 'c',
                cluster: {
                  server: secure.url,
                  'certificate-authority-data': base64(tls.cert),
                },
              },
            ],
            users: [
              {
                name: 'u',
                user: {
                  'client-certificate-data': base64(client.cert),
                  'client-key-data': base64(client.key),
                },
              },
            ],
          }),
        };
        const created = await create({ server: undefined, auth });
        expect(created.body).toMatchObject({ certificateAuthority: true });
        const credential = await call('GET', '/credentials/site-a-cluster');
        expect(credential.body).toMatchObject({
          type: 'certificate',
          expiry: 'soon',
        });
        const tested = await call('POST', '/clusters/site-a/test');
        expect(tested.body).toMatchObject({ ok: true, identity: cluster.uid });
        // Rotated only to a value that works
        const other = testCertificate('stranger');
        const refused = await call(
          'POST',
          '/credentials/site-a-cluster/rotate',
          { certificate: other.cert, privateKey: other.key },
        );
        expect(refused.status).toBe(409);
        expect(refused.body.error.message).toMatch(/site-a: .*has expired/);
        expect(answers.join()).not.toContain('PRIVATE KEY');
      });

      it('an unchecked certificate, a missing right to deploy and a closed review are warnings', async () => {
        const tls = testCertificate('127.0.0.1');
        const secure = await startFront({ tls });
        cluster.faults.add({ verb: 'apply', plural: 'vpcs', status: 403 });
        cluster.faults.add({
          verb: 'get',
          plural: 'namespaces',
          name: 'kube-system',
          status: 403,
        });
        const { body } = await test({
          server: secure.url,
          skipTLSVerify: true,
        });
        expect(body.ok).toBe(true);
        expect(checkOf(body, 'reach').result).toBe('warning');
        expect(checkOf(body, 'identity')).toMatchObject({
          result: 'warning',
          message: expect.stringMatching(/cannot notice when another cluster/),
        });
        expect(checkOf(body, 'rights')).toMatchObject({
          result: 'warning',
          message: expect.stringMatching(/to read: get namespaces/),
        });
        expect(
          body.rights.filter((one: any) => one.allowed === false),
        ).toMatchObject([
          { resource: 'vpcs', verb: 'create' },
          { resource: 'vpcs', verb: 'patch' },
          { resource: 'namespaces', verb: 'get' },
        ]);
        cluster.faults.clear();
        secure.intercept = (request, response) => {
          if (/selfsubject/.test(request.url!)) {
            response.writeHead(405).end();
          } else {
            cluster.handle(
              request,
              response,
              new URL(request.url!, 'http://front'),
            );
          }
        };
        const closed = await test({ server: secure.url, skipTLSVerify: true });
        expect(checkOf(closed.body, 'rights')).toMatchObject({
          result: 'warning',
          message: expect.stringMatching(/does not let CNOC ask/),
        });
        expect(closed.body.rights[0].allowed).toBeNull();
      });

      it('K27: names the kinds whose schema is of another release', async () => {
        front.intercept = (request, response) => {
          const url = new URL(request.url!, 'http://front');
          if (!/customresourcedefinitions\/vpcs/.test(url.pathname)) {
            cluster.handle(request, response, url);
            return;
          }
          response.setHeader('content-type', 'application/json');
          response.end(
            JSON.stringify({
              spec: {
                versions: [
                  {
                    name: 'v1beta1',
                    schema: {
                      openAPIV3Schema: {
                        type: 'object',
                        properties: {
                          spec: { type: 'object', properties: {} },
                        },
                      },
                    },
                  },
                ],
              },
            }),
          );
        };
        const { body } = await test();
        expect(body.ok).toBe(true);
        expect(checkOf(body, 'kinds')).toMatchObject({
          result: 'warning',
          message: expect.stringMatching(/schema of VPC differs/),
        });
        expect(body.kinds.find((one: any) => one.kind === 'VPC')).toMatchObject(
          {
            schema: 'differs',
            differences: expect.any(Number),
          },
        );
      });
    });
  });
});
