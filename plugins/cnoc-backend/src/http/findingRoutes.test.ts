import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import { apiCaller } from '../__testUtils__/apiCall';
import {
  recordAudit,
  type AuditRecorder,
} from '../__testUtils__/AuditRecorder';
import { eventually } from '../__testUtils__/eventually';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';

jest.setTimeout(90_000);

const databases = testDatabases();
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const ABSENT = '6f1f7c0e-5d0a-4f0e-9a53-0c6b7a6d2b11';

describe.each(databases.eachSupportedId())('findings over REST on %s', id => {
  let lab: Lab;
  let database: Knex;
  let replica: TestEngine;
  let api: TestApi;
  let auditor: AuditRecorder;
  let call: ReturnType<typeof apiCaller>['call'];
  const denied = new Set<string>();
  let webVpc: string;

  beforeAll(async () => {
    lab = await Lab.start({ agents: { applyDelayMs: 50, heartbeatMs: 500 } });
    database = await databases.init(id);
    await migrateUp(database);
    replica = await startTestEngine({ lab, database });
    auditor = recordAudit();
    api = await startTestApi(replica.engine, {
      auditor,
      permissions: mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.has(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      }),
    });
    ({ call } = apiCaller(api));
    await eventually(async () => {
      const { status } = await api.client.getFabric('lab-clos');
      if (status.drift.state !== 'drifted') throw new Error('not compared yet');
    });
  });
  beforeEach(() => {
    denied.clear();
    auditor.events.length = 0;
  });
  afterAll(async () => {
    await api?.close();
    await replica?.stop();
    await lab?.stop();
  });

  const at = (path: string) => `/fabrics/lab-clos/${path}`;
  const open = async (): Promise<Finding[]> =>
    (await call('GET', at('findings?status=open&limit=200'))).body.items;
  const check = async () => {
    const { status } = await call('POST', at('check'));
    expect(status).toBe(200);
  };
  const activity = async () =>
    (await call('GET', at('activity?limit=20'))).body.items.map(
      (one: { type: string }) => one.type,
    );
  const edit = (vlan: number, manager = 'kubectl-edit') =>
    lab.clusters.get('lab-clos')!.edit(
      'VPC',
      webVpc,
      object => {
        const subnets = object.spec!.subnets as Record<
          string,
          { vlan?: number }
        >;
        Object.values(subnets)[0].vlan = vlan;
      },
      { manager },
    );
  beforeAll(async () => {
    const resources = await call(
      'GET',
      at('resources?kind=VPC&state=synced&limit=1'),
    );
    webVpc = resources.body.items[0].name;
  });

  it('acknowledges, suppresses, and opens again; each is told, audited, and counted', async () => {
    const [finding] = await open();
    const before = (await api.client.getFabric('lab-clos')).status.drift
      .findings;
    const acknowledged = await call(
      'PATCH',
      at(`findings/${finding.id}`),
      { status: 'acknowledged' },
      { 'If-Match': `"${finding.etag}"` },
    );
    expect(acknowledged.status).toBe(200);
    expect(acknowledged.body).toMatchObject({
      status: 'acknowledged',
      decision: { by: expect.stringMatching(/^user:/) },
    });
    const after = (await api.client.getFabric('lab-clos')).status.drift
      .findings;
    expect(after[finding.severity]).toBe(before[finding.severity] - 1);
    expect(auditor.events).toEqual([
      expect.objectContaining({
        eventId: 'finding-change',
        outcome: 'succeeded',
        meta: expect.objectContaining({
          fabric: 'lab-clos',
          status: 'acknowledged',
        }),
      }),
    ]);
    // H17: the one who read it before
    const stale = await call(
      'PATCH',
      at(`findings/${finding.id}`),
      { status: 'open' },
      { 'If-Match': `"${finding.etag}"` },
    );
    expect(stale.status).toBe(412);

    await check();
    const suppressed = await call('PATCH', at(`findings/${finding.id}`), {
      status: 'suppressed',
      reason: 'Works until tomorrow',
      until: tomorrow(),
    });
    expect(suppressed.body.status).toBe('suppressed');
    await check();
    // It never hides the drift itself
    const resource = await call(
      'GET',
      at(`resources/${finding.kind}/${finding.name}`),
    );
    expect(resource.body.state).not.toBe('synced');
    expect(resource.body.openFindings.map((one: Finding) => one.id)).toContain(
      finding.id,
    );
    const reopened = await call('PATCH', at(`findings/${finding.id}`), {
      status: 'open',
    });
    expect(
      reopened.body.history.map((one: { status: string }) => one.status),
    ).toEqual(['open', 'suppressed', 'acknowledged', 'open']);
    expect(await activity()).toEqual(
      expect.arrayContaining([
        'finding.acknowledged',
        'finding.suppressed',
        'finding.reopened',
      ]),
    );
  });

  it.each([
    [{ status: 'suppressed', until: '2100-01-01T00:00:00Z' }],
    [{ status: 'suppressed', reason: 'x' }],
    [{ status: 'suppressed', reason: '  ', until: '2026-12-31T00:00:00Z' }],
    [{ status: 'suppressed', reason: 'x', until: '2020-01-01T00:00:00Z' }],
    [{ status: 'suppressed', reason: 'x', until: '9999-01-01T00:00:00Z' }],
    [{ status: 'acknowledged', until: '2026-12-31T00:00:00Z' }],
    [{ status: 'resolved' }],
    [{ status: 'acknowledged', by: 'user:default/somebody' }],
  ])('refuses %j', async patch => {
    const [finding] = await open();
    const { status } = await call('PATCH', at(`findings/${finding.id}`), patch);
    expect(status).toBe(400);
    expect((await open()).map(one => one.id)).toContain(finding.id);
  });

  it('changes many at once, all or none, once for its key', async () => {
    const findings = await open();
    const ids = findings.slice(0, 2).map(one => one.id);
    const none = await call('POST', at('findings/change'), {
      ids: [...ids, ABSENT],
      status: 'acknowledged',
    });
    expect(none.status).toBe(404);
    expect(await open()).toHaveLength(findings.length);
    const body = { ids, status: 'acknowledged' };
    const key = { 'Idempotency-Key': 'many-changes-1' };
    expect((await call('POST', at('findings/change'), body, key)).body).toEqual(
      { changed: 2 },
    );
    expect((await call('POST', at('findings/change'), body, key)).body).toEqual(
      { changed: 2 },
    );
    const other = await call(
      'POST',
      at('findings/change'),
      { ids, status: 'open' },
      key,
    );
    expect(other.status).toBe(409);
    expect(
      (await call('POST', at('findings/change'), { ids, status: 'open' })).body,
    ).toEqual({ changed: 2 });
  });

  it('H3: a finding or rule of another fabric is as absent as none', async () => {
    const [finding] = await open();
    for (const path of ['findings', 'ignore-rules'] as const) {
      const method = path === 'findings' ? 'GET' : 'DELETE';
      const foreign = await call(
        method,
        `/fabrics/lab-mesh/${path}/${finding.id}`,
      );
      const absent = await call(method, `/fabrics/lab-mesh/${path}/${ABSENT}`);
      expect(foreign.status).toBe(404);
      expect(foreign.text.replaceAll(finding.id, ABSENT)).toBe(absent.text);
    }
  });

  it('lists over all fabrics with filters, pages bound to the query, and totals', async () => {
    const all = await call('GET', '/findings?status=open&limit=200');
    expect(all.status).toBe(200);
    expect(all.body.items[0]).toMatchObject({
      fabric: expect.stringMatching(/^lab-/),
      environment: 'lab',
      owner: 'group:default/network',
    });
    expect(all.body.totalItems).toBe(all.body.items.length);
    const first = await call('GET', '/findings?status=open&limit=1');
    const { nextCursor } = first.body;
    const second = await call(
      'GET',
      `/findings?status=open&limit=1&cursor=${nextCursor}`,
    );
    expect(second.body.items[0].id).toBe(all.body.items[1].id);
    for (const query of [
      `/findings?limit=1&cursor=${nextCursor}`,
      `/findings?status=open&severity=info&limit=1&cursor=${nextCursor}`,
      `/fabrics/lab-clos/findings?status=open&limit=1&cursor=${nextCursor}`,
      '/findings?limit=-1',
      '/findings?status[$ne]=open',
      '/findings?sort=name',
    ]) {
      expect([query, (await call('GET', query)).status]).toEqual([query, 400]);
    }
    // H14: taken literally, and linear
    const hostile = await call('GET', '/findings?text=%28a%2B%29%2B%24');
    expect(hostile.body).toMatchObject({ items: [] });
    const none = await call('GET', '/findings?olderThan=315360000');
    expect(none.body.items).toEqual([]);

    const { body: totals } = await call('GET', '/findings/totals');
    const sum = (counts: Record<string, number>) =>
      Object.values(counts).reduce((total, one) => total + one, 0);
    expect(sum(totals.bySeverity)).toBe(all.body.items.length);
    expect(totals.byStatus.open).toBe(all.body.items.length);
    expect(totals.byAge.map((one: { upTo: string }) => one.upTo)).toEqual([
      'hour',
      'day',
      'week',
      'month',
      'older',
    ]);
    expect(sum(totals.byAge[0].findings)).toBe(all.body.items.length);
    expect(
      totals.byFabric.find(
        (one: { fabric: string }) => one.fabric === 'lab-clos',
      ),
    ).toMatchObject({ state: 'drifted', environment: 'lab' });
  });

  it('ignores a field by rule, says so, counts it, and compares it again without', async () => {
    edit(1234);
    await eventually(async () => {
      const { body } = await call('GET', at(`resources/VPC/${webVpc}`));
      expect(body.state).toBe('drifted');
    });
    const rule = {
      path: 'spec.subnets.*.vlan',
      kind: 'VPC',
      name: webVpc,
      manager: 'kubectl-edit',
      reason: 'Tried out by hand',
    };
    const key = { 'Idempotency-Key': 'one-rule-1' };
    const created = await call('POST', at('ignore-rules'), rule, key);
    expect(created.status).toBe(201);
    const again = await call('POST', at('ignore-rules'), rule, key);
    expect(again.body.id).toBe(created.body.id);
    await check();
    const hidden = await call('GET', at(`resources/VPC/${webVpc}`));
    expect(hidden.body).toMatchObject({
      state: 'synced',
      differences: [],
      ignored: [
        {
          path: expect.stringMatching(/^spec\.subnets\..+\.vlan$/),
          rule: created.body.id,
        },
      ],
      layers: { cluster: { state: 'same' } },
    });
    const { body: listed } = await call('GET', at('ignore-rules'));
    expect(listed.items).toEqual([
      expect.objectContaining({ id: created.body.id, hides: 1 }),
    ]);
    const removed = await call('DELETE', at(`ignore-rules/${created.body.id}`));
    expect(removed.status).toBe(204);
    await check();
    expect((await call('GET', at(`resources/VPC/${webVpc}`))).body.state).toBe(
      'drifted',
    );
    expect(auditor.events.map(one => one.eventId)).toEqual(
      expect.arrayContaining(['ignore-rule-create', 'ignore-rule-delete']),
    );
    expect(await activity()).toEqual(
      expect.arrayContaining(['ignoreRule.created', 'ignoreRule.deleted']),
    );
  });

  it('ends a rule by itself, by the database’s clock', async () => {
    const { body: rule } = await call('POST', at('ignore-rules'), {
      path: 'spec.subnets.*.vlan',
      reason: 'For a moment',
      until: tomorrow(),
    });
    await check();
    expect((await call('GET', at(`resources/VPC/${webVpc}`))).body.state).toBe(
      'synced',
    );
    await database('ignore_rules')
      .where({ id: rule.id })
      .update({ until_ms: 1 });
    await check();
    expect((await call('GET', at('ignore-rules'))).body.items).toEqual([]);
    expect((await call('GET', at(`resources/VPC/${webVpc}`))).body.state).toBe(
      'drifted',
    );
  });

  it.each([
    [{ path: 'spec..vlan', reason: 'why not' }],
    [{ path: 'a.'.repeat(65).concat('b'), reason: 'why not' }],
    [{ path: 'x'.repeat(501), reason: 'why not' }],
    [{ path: 'spec.mtu', reason: 'why not', until: '2020-01-01T00:00:00Z' }],
    [{ path: 'spec.mtu' }],
    [{ path: 'spec.mtu', reason: 'why not', regex: '(a+)+$' }],
  ])('C17: refuses the rule %j', async rule => {
    expect((await call('POST', at('ignore-rules'), rule)).status).toBe(400);
  });

  it('has at most 200 rules', async () => {
    await database.batchInsert(
      'ignore_rules',
      Array.from({ length: 200 }, (_, index) => ({
        id: `${ABSENT.slice(0, 33)}${String(index).padStart(3, '0')}`,
        fabric: 'lab-clos',
        path: 'spec.none',
        reason: 'x',
        created_at: '2026-01-01T00:00:00.000Z',
        created_by: 'x',
        hides: '{"critical":0,"warning":0,"info":0}',
      })),
      50,
    );
    const full = await call('POST', at('ignore-rules'), {
      path: 'spec.mtu',
      reason: 'One too many',
    });
    expect(full.status).toBe(409);
    await database('ignore_rules').delete();
  });

  it('tells the history of a resource from both sides, and who', async () => {
    edit(1235, 'night-script');
    const items = await eventually(async () => {
      const { body } = await call('GET', at(`resources/VPC/${webVpc}/history`));
      expect(body.items[0].changedBy?.manager).toBe('night-script');
      return body.items;
    });
    expect(items[0]).toMatchObject({
      side: 'cluster',
      present: true,
      yaml: expect.stringContaining('vlan: 1235'),
    });
    expect(items.at(-1).side).toMatch(/git|cluster/);
    const git = items.find((one: { side: string }) => one.side === 'git');
    // Read first, not changed: no commit is named as its cause
    expect(git).toMatchObject({ present: true });
    expect(git.commit).toBeUndefined();
    const page = await call(
      'GET',
      at(`resources/VPC/${webVpc}/history?limit=1`),
    );
    const next = await call(
      'GET',
      at(
        `resources/VPC/${webVpc}/history?limit=1&cursor=${page.body.nextCursor}`,
      ),
    );
    expect(next.body.items).toEqual([items[1]]);
    const foreign = await call(
      'GET',
      at(`resources/VPC/other/history?limit=1&cursor=${page.body.nextCursor}`),
    );
    expect(foreign.status).toBe(400);
  });

  it('shows the three layers of a resource and of the fabric, with their ages', async () => {
    const { body } = await call('GET', at(`resources/VPC/${webVpc}`));
    expect(body).toMatchObject({
      since: expect.any(String),
      layers: {
        git: { state: 'present', since: expect.any(String) },
        cluster: { state: 'differs', since: expect.any(String) },
      },
    });
    const fabric = await api.client.getFabric('lab-clos');
    expect(fabric.layers).toMatchObject({
      git: { at: expect.any(String) },
      cluster: { since: expect.any(String) },
      lagging: { resources: expect.any(Number) },
    });
  });

  it('C18: what waits for its finalizers is deleting, and never in sync', async () => {
    const cluster = lab.clusters.get('lab-clos')!;
    const { body } = await call(
      'GET',
      at('resources?kind=VPC&state=synced&limit=1'),
    );
    const { name } = body.items[0];
    cluster.edit(
      'VPC',
      name,
      object => {
        object.metadata.finalizers = ['lab.example/hold'];
      },
      { manager: 'holder' },
    );
    for (const attachment of cluster.list('VPCAttachment')) {
      if (String(attachment.spec?.subnet).startsWith(`${name}/`)) {
        cluster.remove('VPCAttachment', attachment.metadata.name);
      }
    }
    for (const kind of ['VPCPeering', 'ExternalPeering', 'GatewayPeering']) {
      for (const peering of cluster.list(kind)) {
        if (JSON.stringify(peering.spec).includes(`"${name}"`)) {
          cluster.remove(kind, peering.metadata.name);
        }
      }
    }
    cluster.remove('VPC', name);
    await eventually(async () => {
      const detail = (await call('GET', at(`resources/VPC/${name}`))).body;
      expect(detail.layers.cluster.state).toBe('deleting');
      expect(detail.state).toBe('drifted');
      expect(detail.openFindings).toEqual([
        expect.objectContaining({
          rule: 'drift.deleting',
          firstSeen: expect.any(String),
        }),
      ]);
      expect(detail.layers.cluster.since).toBe(
        detail.openFindings[0].firstSeen,
      );
    });
  });

  it.each([
    ['PATCH', `findings/${ABSENT}`, { status: 'acknowledged' }],
    ['POST', 'findings/change', { ids: [ABSENT], status: 'acknowledged' }],
    ['POST', 'ignore-rules', { path: 'spec.mtu', reason: 'why not' }],
    ['DELETE', `ignore-rules/${ABSENT}`, undefined],
  ] as const)('%s %s needs the right to triage', async (method, path, body) => {
    denied.add('cnoc.fabric.triage');
    expect((await call(method, at(path), body)).status).toBe(403);
    denied.add('cnoc.fabric.read');
    expect((await call(method, at(path), body)).status).toBe(404);
  });
});
