import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  cnocFabricReadPermission,
  spec,
} from '@cnoc/backstage-plugin-cnoc-common';
import {
  cnocFabricConditions,
  createCnocFabricConditionalDecision,
} from '@cnoc/backstage-plugin-cnoc-node';
import { Lab } from '@cnoc/lab';
import type { Router } from 'express';
import request from 'supertest';
import { cnocPlugin } from '../plugin';
import { labConfig } from '../__testUtils__/labConfig';
import { createRouter } from './createRouter';
import type { RouteOptions } from './RouteOptions';

jest.setTimeout(60_000);

const ID = '6f1f7c0e-5d0a-4f0e-9a53-0c6b7a6d2b11';
const BODIES: Record<string, object> = {
  validateYaml: { yaml: '' },
  createPlan: {},
  createDeployment: { plan: ID },
  saveDraft: { action: 'delete' },
  previewDrafts: {},
  commitDrafts: { message: 'x', base: 'x' },
  importResources: { source: 'cluster' },
  createRepository: { name: 'r', url: 'https://git.example/f.git' },
  testRepositoryInput: { name: 'r', url: 'https://git.example/f.git' },
  updateRepository: { branch: 'next' },
  trustHostKey: { fingerprint: 'SHA256:x' },
  createCredential: { name: 'c', type: 'token', secret: 'x' },
  updateCredential: { title: 'x' },
  rotateCredential: { secret: 'x' },
  createCluster: { name: 'c', auth: { type: 'inCluster' } },
  testClusterInput: { name: 'c', auth: { type: 'inCluster' } },
  readKubeconfig: { kubeconfig: 'x' },
  updateCluster: { title: 'x' },
  trustClusterIdentity: { identity: 'x' },
  createFabric: { name: 'f', repository: 'lab', cluster: 'lab' },
  updateFabric: { title: 'x' },
  changeFinding: { status: 'acknowledged' },
  changeFindings: { ids: [ID], status: 'acknowledged' },
  createIgnoreRule: { path: 'spec.mtu', reason: 'why not' },
};

const ALLOW: AuthorizeResult.ALLOW = AuthorizeResult.ALLOW;
const DENY: AuthorizeResult.DENY = AuthorizeResult.DENY;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, { operationId?: string }>)
    .filter(([, operation]) => operation.operationId)
    .map(([method, operation]) => ({
      method: method as Method,
      path,
      operationId: operation.operationId!,
    })),
);

function urlOf(path: string, fabric = 'lab-clos'): string {
  return `/api/cnoc${path
    .replace('{fabric}', fabric)
    .replace('{kind}', 'VPC')
    .replace('{name}', 'web')
    .replace('{switch}', 'leaf-01')
    .replace('{finding}', ID)
    .replace('{rule}', ID)
    .replace('{repository}', 'lab')
    .replace('{credential}', 'c')
    .replace('{cluster}', 'lab-clos')
    .replace('{plan}', ID)
    .replace('{deployment}', ID)}`;
}

describe('the contract and the router', () => {
  it('know the same routes', () => {
    const router = createRouter({
      logger: mockServices.logger.mock(),
      live: {},
    } as unknown as RouteOptions);
    expect(routesOf(router).sort()).toEqual(
      operations
        .map(({ method, path }) => `${method} ${path}`)
        .map(route => route.replace(/\{(\w+)\}/g, ':$1'))
        .sort(),
    );
  });
});

function routesOf(router: Router): string[] {
  return router.stack.flatMap(({ route }) =>
    route
      ? Object.keys(
          (route as unknown as { methods: Record<string, boolean> }).methods,
        ).map(method => `${method} ${route.path}`)
      : [],
  );
}

describe('every route', () => {
  let lab: Lab;
  const denied = new Set<string>();

  beforeAll(async () => {
    lab = await Lab.start({ agents: false });
  });
  afterAll(async () => {
    await lab?.stop();
  });
  beforeEach(() => denied.clear());

  let only: string[] | undefined;
  afterEach(() => {
    only = undefined;
  });

  const decide = (requests: { permission: { name: string } }[]) =>
    requests.map(({ permission }) => ({
      result: denied.has('*') || denied.has(permission.name) ? DENY : ALLOW,
    }));

  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        cnocPlugin,
        mockServices.rootConfig.factory({ data: labConfig(lab) }),
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        mockServices.permissions.mock({
          authorize: async requests => decide(requests),
          authorizeConditional: async requests =>
            only
              ? [
                  createCnocFabricConditionalDecision(
                    cnocFabricReadPermission,
                    cnocFabricConditions.hasName({ names: only }),
                  ),
                ]
              : decide(requests),
        }).factory,
      ],
    });
  });
  afterAll(async () => {
    await backend?.stop();
  });

  const call = (
    operation: (typeof operations)[number],
    header?: string,
    fabric?: string,
  ) => {
    const sent = request(backend.server)[operation.method](
      urlOf(operation.path, fabric),
    );
    if (header) sent.set('Authorization', header);
    const body = BODIES[operation.operationId];
    return body ? sent.send(body) : sent;
  };

  it.each(operations)(
    'H1: $operationId answers 401 without a token',
    async operation => {
      const response = await call(operation);
      expect(response.status).toBe(401);
      expect(response.body.error.name).toBe('AuthenticationError');
    },
  );

  it.each(operations)(
    'H1: $operationId answers 401 to a token that is not valid',
    async operation => {
      const response = await call(
        operation,
        mockCredentials.user.invalidHeader(),
      );
      expect(response.status).toBe(401);
    },
  );

  it.each(operations)(
    '$operationId is denied by a policy that denies all',
    async operation => {
      denied.add('*');
      const response = await call(operation, mockCredentials.user.header());
      // A list of what one may read is empty, not forbidden
      const empty = [
        'listFabrics',
        'getOverview',
        'listAllFindings',
        'getFindingTotals',
      ];
      const refused = operation.path.includes('{fabric}') ? 404 : 403;
      // Its sender is no user: nothing but the host's own proof counts
      const special: Record<string, number> = { receivePush: 401 };
      const allowed = empty.includes(operation.operationId) ? 200 : refused;
      expect(response.status).toBe(special[operation.operationId] ?? allowed);
      expect(JSON.stringify(response.body.items ?? [])).not.toContain('lab-');
    },
  );

  it.each(operations.filter(({ path }) => path.includes('{fabric}')))(
    'H3: $operationId tells a hidden fabric from an absent one in nothing but the name',
    async operation => {
      denied.add('cnoc.fabric.read');
      const header = mockCredentials.user.header();
      const hidden = await call(operation, header, 'lab-clos');
      denied.clear();
      const absent = await call(operation, header, 'lab-xxxx');
      expect(absent.status).toBe(404);
      expect(hidden.text.replaceAll('lab-clos', 'lab-xxxx')).toBe(absent.text);
    },
  );

  it.each([
    ['syncFabric', 'cnoc.fabric.sync'],
    ['checkFabric', 'cnoc.fabric.sync'],
    ['testFabric', 'cnoc.fabric.sync'],
    ['createPlan', 'cnoc.fabric.plan'],
    ['createDeployment', 'cnoc.fabric.deploy'],
    ['saveDraft', 'cnoc.fabric.edit'],
    ['deleteDraft', 'cnoc.fabric.edit'],
    ['discardDrafts', 'cnoc.fabric.edit'],
    ['previewDrafts', 'cnoc.fabric.edit'],
    ['importResources', 'cnoc.fabric.edit'],
    ['commitDrafts', 'cnoc.fabric.commit'],
    ['changeFinding', 'cnoc.fabric.triage'],
    ['changeFindings', 'cnoc.fabric.triage'],
    ['createIgnoreRule', 'cnoc.fabric.triage'],
    ['deleteIgnoreRule', 'cnoc.fabric.triage'],
    ['listRepositories', 'cnoc.repository.read'],
    ['getRepository', 'cnoc.repository.read'],
    ['createRepository', 'cnoc.repository.create'],
    ['testRepositoryInput', 'cnoc.repository.create'],
    ['updateRepository', 'cnoc.repository.update'],
    ['testRepository', 'cnoc.repository.update'],
    ['trustHostKey', 'cnoc.repository.update'],
    ['deleteRepository', 'cnoc.repository.delete'],
    ['listCredentials', 'cnoc.credential.read'],
    ['getCredential', 'cnoc.credential.read'],
    ['getKeyRotation', 'cnoc.credential.read'],
    ['createCredential', 'cnoc.credential.create'],
    ['updateCredential', 'cnoc.credential.update'],
    ['rotateCredential', 'cnoc.credential.update'],
    ['startKeyRotation', 'cnoc.credential.update'],
    ['deleteCredential', 'cnoc.credential.delete'],
  ])('%s needs %s beyond reading', async (operationId, permission) => {
    denied.add(permission);
    const operation = operations.find(one => one.operationId === operationId)!;
    const response = await call(operation, mockCredentials.user.header());
    expect(response.status).toBe(403);
  });

  it('a conditional decision filters lists and totals', async () => {
    only = ['lab-mesh', 'elsewhere'];
    const header = mockCredentials.user.header();
    const get = (path: string) =>
      request(backend.server)
        .get(`/api/cnoc/v1/${path}`)
        .set('Authorization', header);
    const fabrics = await get('fabrics');
    expect(fabrics.body).toMatchObject({
      items: [{ name: 'lab-mesh' }],
      totalItems: 1,
    });
    expect((await get('overview')).body.fabrics.total).toBe(1);
    expect((await get('repositories')).body.items).toMatchObject([
      { name: 'lab', fabrics: ['lab-mesh'] },
    ]);
  });

  it('a forced plan needs cnoc.fabric.deploy.force', async () => {
    denied.add('cnoc.fabric.deploy.force');
    const response = await request(backend.server)
      .post('/api/cnoc/v1/fabrics/lab-mesh/plans')
      .set('Authorization', mockCredentials.user.header())
      .send({ force: true });
    expect(response.status).toBe(403);
  });

  it.each([
    ['fabrics?limit=-1'],
    ['fabrics?limit=1000000000'],
    ['fabrics?limit=NaN'],
    ['fabrics?limit=1&limit=2'],
    ['fabrics?limit=1%3Bdrop'],
    ['fabrics?cursor=forged'],
    ['fabrics?cursor=W10'],
    ['fabrics?sort=revision'],
    ['fabrics?__proto__[x]=1'],
    ['fabrics?constructor.prototype=1'],
    ['fabrics/lab-clos/resources?sort=severity'],
    ['fabrics/lab-clos/resources?state[$ne]=synced'],
    ['fabrics/lab-clos/findings?status=everything'],
    ['fabrics/lab-clos/plans/not-a-uuid'],
  ])('H12, H13: %s answers 400', async path => {
    const response = await request(backend.server)
      .get(`/api/cnoc/v1/${path}`)
      .set('Authorization', mockCredentials.user.header());
    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
  });

  it('H12: a cursor of one fabric is refused by another', async () => {
    const header = mockCredentials.user.header();
    const first = await request(backend.server)
      .post('/api/cnoc/v1/fabrics/lab-clos/check')
      .set('Authorization', header);
    expect(first.status).toBe(200);
    const page = await request(backend.server)
      .get('/api/cnoc/v1/fabrics/lab-clos/resources?limit=1')
      .set('Authorization', header);
    const { nextCursor } = page.body;
    expect(nextCursor).toEqual(expect.any(String));
    const own = await request(backend.server)
      .get(
        `/api/cnoc/v1/fabrics/lab-clos/resources?limit=1&cursor=${nextCursor}`,
      )
      .set('Authorization', header);
    expect(own.status).toBe(200);
    expect(own.body.items).not.toEqual(page.body.items);
    const foreign = await request(backend.server)
      .get(
        `/api/cnoc/v1/fabrics/lab-mesh/resources?limit=1&cursor=${nextCursor}`,
      )
      .set('Authorization', header);
    expect(foreign.status).toBe(400);
  });

  it.each([
    ['a broken body', 'application/json', '{"yaml":', 400],
    ['another media type', 'text/plain', 'yaml', 415],
    [
      'a body that is too large',
      'application/json',
      JSON.stringify({ yaml: 'x'.repeat(3_000_000) }),
      413,
    ],
    [
      'a field that the contract does not have',
      'application/json',
      '{"yaml":"","shell":"rm"}',
      400,
    ],
  ])('H20: %s is refused in one sentence', async (_, type, body, status) => {
    const response = await request(backend.server)
      .post('/api/cnoc/v1/fabrics/lab-clos/validate')
      .set('Authorization', mockCredentials.user.header())
      .set('Content-Type', type)
      .send(body);
    expect(response.status).toBe(status);
    expect(Object.keys(response.body.error)).toEqual(['name', 'message']);
    expect(response.text).not.toMatch(/node_modules|at .*\.ts|127\.0\.0\.1/);
  });

  it('answers are never stored on the way', async () => {
    const response = await request(backend.server)
      .get('/api/cnoc/v1/kinds')
      .set('Authorization', mockCredentials.user.header());
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.body.items.length).toBeGreaterThanOrEqual(12);
  });
});
