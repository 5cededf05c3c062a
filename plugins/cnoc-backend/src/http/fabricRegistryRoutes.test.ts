import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import { apiCaller } from '../__testUtils__/apiCall';
import {
  recordAudit,
  type AuditRecorder,
} from '../__testUtils__/AuditRecorder';
import { eventually } from '../__testUtils__/eventually';
import { labConfig } from '../__testUtils__/labConfig';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';

jest.setTimeout(120_000);

const databases = testDatabases();

/** Configuration of a lab in which only the mesh is a fabric; the other cluster waits for somebody to register one. */
function configOf(lab: Lab) {
  const config = labConfig(lab) as any;
  for (const cluster of config.cnoc.clusters) cluster.lab = true;
  config.cnoc.fabrics = config.cnoc.fabrics.filter(
    (one: any) => one.name === 'lab-mesh',
  );
  return config;
}

const CLOS = {
  name: 'clos',
  title: 'Clos',
  owner: 'group:default/network',
  environment: 'lab',
  repository: 'lab',
  path: '/fabrics//lab-clos/',
  cluster: 'lab-clos',
};

describe.each(databases.eachSupportedId())(
  'the registry of fabrics on %s',
  id => {
    let lab: Lab;
    let database: Knex;
    let replica: TestEngine;
    let api: TestApi;
    let audit: AuditRecorder;
    let call: ReturnType<typeof apiCaller>['call'];
    const denied = new Set<string>();
    const decide = (permission: { name: string }) => ({
      result: denied.has(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    });

    beforeEach(async () => {
      denied.clear();
      lab = await Lab.start({ agents: { applyDelayMs: 50, heartbeatMs: 500 } });
      database = await databases.init(id);
      await migrateUp(database);
      audit = recordAudit();
      const options = { database, auditor: audit, config: configOf(lab) };
      replica = await startTestEngine(options);
      api = await startTestApi(replica.engine, {
        auditor: audit,
        permissions: {
          authorize: async requests =>
            requests.map(({ permission }) => decide(permission) as never),
          authorizeConditional: async requests =>
            requests.map(({ permission }) => decide(permission) as never),
        },
      });
      ({ call } = apiCaller(api));
    });
    afterEach(async () => {
      await api?.close();
      await replica?.stop();
      await lab?.stop();
    });

    const create = (more: object = {}, headers = {}) =>
      call('POST', '/fabrics', { ...CLOS, ...more }, headers);
    const drifted = (name = 'clos') =>
      eventually(async () => {
        const { body } = await call('GET', `/fabrics/${name}`);
        expect(body.status.drift.state).toBe('drifted');
        return body;
      });
    /** Rows that name the fabric, by table. */
    const rowsOf = async (fabric: string) => {
      const rows: Record<string, number> = {};
      for (const table of await tables(database)) {
        const columns = await database(table).columnInfo();
        const column = 'fabric' in columns ? 'fabric' : undefined;
        const key = table === 'fabrics' ? 'name' : column;
        if (!key) continue;
        const [{ total }] = await database(table)
          .where({ [key]: fabric })
          .count({ total: '*' });
        if (Number(total) > 0) rows[table] = Number(total);
      }
      return rows;
    };

    it('registers a fabric whose work begins at once, changes and forgets it', async () => {
      const created = await create();
      expect(created).toMatchObject({
        status: 201,
        body: {
          name: 'clos',
          title: 'Clos',
          origin: 'api',
          etag: expect.any(String),
          repository: { name: 'lab', path: 'fabrics/lab-clos' },
          cluster: { name: 'lab-clos', namespace: 'default', lab: true },
        },
      });
      const first = await drifted();
      expect(first.status.connection.state).toBe('connected');

      const match = { 'If-Match': first.etag };
      const patched = await call(
        'PATCH',
        '/fabrics/clos',
        { title: 'Spines', description: 'Two of them' },
        match,
      );
      expect(patched).toMatchObject({
        status: 200,
        body: { title: 'Spines', owner: CLOS.owner },
      });
      // Another name is not another place: what was found stays
      expect(patched.body.status.drift).toEqual(first.status.drift);
      const late = await call('PATCH', '/fabrics/clos', { title: 'x' }, match);
      expect(late.status).toBe(412);
      expect(
        (await call('DELETE', '/fabrics/clos', undefined, match)).status,
      ).toBe(412);

      const activity = await call('GET', '/fabrics/clos/activity');
      expect(activity.body.items.map((one: any) => one.type)).toEqual(
        expect.arrayContaining(['fabric.created', 'fabric.updated']),
      );
      expect((await call('DELETE', '/fabrics/clos')).status).toBe(204);
      expect((await call('GET', '/fabrics/clos')).status).toBe(404);
      expect((await call('GET', '/fabrics')).body.items).toHaveLength(1);
      expect(audit.events.map(one => `${one.eventId} ${one.outcome}`)).toEqual([
        'fabric-create succeeded',
        'fabric-update succeeded',
        'fabric-update failed',
        'fabric-delete failed',
        'fabric-delete succeeded',
      ]);
      // Nothing in the cluster was touched
      expect(
        lab.clusters.get('lab-clos')!.list('Switch').length,
      ).toBeGreaterThan(0);
    });

    it('keeps no row of a fabric that was forgotten, in whatever table, also while its loop works', async () => {
      await create();
      const { body } = await call('GET', '/fabrics/clos');
      await drifted();
      await call('PUT', '/fabrics/clos/drafts/VPC/new', {
        action: 'write',
        yaml: 'kind: VPC',
      });
      await call('POST', '/fabrics/clos/plans', { prune: false, force: false });
      const before = Object.keys(await rowsOf('clos'));
      expect(before).toEqual(
        expect.arrayContaining([
          'activity',
          'desired_resources',
          'drafts',
          'fabrics',
          'findings',
          'live_connections',
          'live_resources',
          'plans',
          'resource_states',
          'sync_runs',
        ]),
      );
      // A pass and a flush of live state under way
      lab.clusters.get('lab-clos')!.edit(
        'VPC',
        lab.clusters.get('lab-clos')!.list('VPC')[0].metadata.name,
        object => {
          object.metadata.labels = { touched: 'yes' };
        },
        { manager: 'kubectl-edit' },
      );
      const check = call('POST', '/fabrics/clos/check');
      expect((await call('DELETE', '/fabrics/clos')).status).toBe(204);
      await check;
      await replica.engine.reconciler.idle();
      expect(await rowsOf('clos')).toEqual({});
      expect(Object.keys(await rowsOf('lab-mesh'))).toContain('sync_runs');

      // The name is free, and its next bearer inherits nothing
      const again = await create({ path: 'fabrics/lab-mesh' });
      expect(again).toMatchObject({
        status: 201,
        body: {
          status: { sync: { state: 'never' }, drift: { state: 'unknown' } },
        },
      });
      expect(again.body.etag).not.toBe(body.etag);
    });

    it('H16: the same request twice is one fabric; the key of another request is refused', async () => {
      const key = { 'Idempotency-Key': 'register-clos-once' };
      const [first, again] = [await create({}, key), await create({}, key)];
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.body.etag).toBe(first.body.etag);
      const { body } = await call('GET', '/fabrics/clos/activity');
      expect(
        body.items.filter((one: any) => one.type === 'fabric.created'),
      ).toHaveLength(1);
      expect((await create({ title: 'Other' }, key)).status).toBe(409);
      expect((await create()).status).toBe(409);
    });

    const impossible: [string, object, number, RegExp][] = [
      ['H4: an etag', { etag: 'x' }, 400, /etag/],
      ['H4: a status', { status: {} }, 400, /status/],
      ['H4: an origin', { origin: 'config' }, 400, /origin/],
      ['a name that is none', { name: 'Clos!' }, 400, /name/],
      ['a name of configuration', { name: 'lab-mesh' }, 409, /already/],
      ['an unknown repository', { repository: 'x' }, 400, /register it first/],
      ['an unknown cluster', { cluster: 'x' }, 400, /register it first/],
      ['a path that leaves', { path: '../etc' }, 400, /inside the repository/],
      ['a namespace that is none', { namespace: 'a.b' }, 400, /namespace/],
      ['an owner that is none', { owner: 'a:b:c' }, 400, /entity reference/],
      [
        'an unknown kind',
        { scope: { orphans: 'listed', kinds: ['Pod'] } },
        400,
        /no kind 'Pod'/,
      ],
      ['an unknown field of scope', { scope: { all: true } }, 400, /all/],
    ];
    it('H4: refuses what a fabric cannot be, in words', async () => {
      for (const [what, more, status, words] of impossible) {
        const answer = await create(more);
        expect({ what, status: answer.status }).toEqual({ what, status });
        expect(answer.body.error.message).toMatch(words);
      }
      expect((await call('GET', '/fabrics')).body.items).toHaveLength(1);
    });

    it('refuses a second fabric in a namespace that would call the objects of the first orphaned', async () => {
      const beside = { cluster: 'lab-mesh', path: 'fabrics/lab-mesh' };
      const refused = await create(beside);
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toMatch(/scope/);
      expect(refused.body.error.message).not.toContain("'lab-mesh/");
      expect((await create({ ...beside, namespace: 'other' })).status).toBe(
        201,
      );
      const moved = await call('PATCH', '/fabrics/clos', {
        namespace: 'default',
      });
      expect(moved.status).toBe(409);
    });

    it('leaves a fabric of configuration to configuration', async () => {
      for (const [method, body] of [
        ['PATCH', { title: 'x' }],
        ['DELETE', undefined],
      ] as const) {
        const answer = await call(method, '/fabrics/lab-mesh', body);
        expect(answer.status).toBe(409);
        expect(answer.body.error.message).toContain('cnoc.fabrics');
      }
    });

    const guarded: [string, string, string, object | undefined][] = [
      ['cnoc.fabric.create', 'POST', '/fabrics', CLOS],
      ['cnoc.fabric.update', 'PATCH', '/fabrics/lab-mesh', { title: 'x' }],
      ['cnoc.fabric.delete', 'DELETE', '/fabrics/lab-mesh', undefined],
      [
        'cnoc.fabric.self-test',
        'POST',
        '/fabrics/lab-mesh/self-test',
        undefined,
      ],
    ];
    it('asks for the permission of each change, and hides a fabric that may not be read', async () => {
      for (const [permission, method, path, body] of guarded) {
        denied.add(permission);
        const answer = await call(method, path, body);
        expect({ permission, status: answer.status }).toEqual({
          permission,
          status: 403,
        });
        denied.add('cnoc.fabric.read');
        const unseen = await call(method, path, body);
        // Whoever registers one asks for none that is there
        expect(unseen.status).toBe(path === '/fabrics' ? 403 : 404);
        denied.clear();
      }
      expect(audit.events).toEqual([]);
    });

    it('H18: neither moves nor forgets a fabric while it deploys', async () => {
      await create();
      await drifted();
      const plan = await call('POST', '/fabrics/clos/plans', {
        prune: false,
        force: true,
      });
      expect(plan.body.status).toBe('ready');
      const cluster = lab.clusters.get('lab-clos')!;
      const hold = cluster.faults.add({ verb: 'apply', latencyMs: 2_000 });
      const deployment = await call('POST', '/fabrics/clos/deployments', {
        plan: plan.body.id,
      });
      expect(deployment.status).toBeLessThan(300);
      for (const [method, body] of [
        ['PATCH', { path: 'fabrics/lab-mesh' }],
        ['DELETE', undefined],
      ] as const) {
        const answer = await call(method, '/fabrics/clos', body);
        expect(answer.status).toBe(409);
        expect(answer.body.error.message).toMatch(/wait for its end/);
      }
      expect(
        (await call('PATCH', '/fabrics/clos', { title: 'Another' })).status,
      ).toBe(200);
      hold();
      await eventually(async () => {
        const { body } = await call(
          'GET',
          `/fabrics/clos/deployments/${deployment.body.id}`,
        );
        expect(body.status).toBe('succeeded');
      });
    });

    it('begins anew at another place: nothing found at the old one is believed, resolved or pruned by', async () => {
      await create();
      await drifted();
      const plan = await call('POST', '/fabrics/clos/plans', {
        prune: true,
        force: true,
      });
      expect(plan.body.status).toBe('ready');
      // A place where git cannot be read: the old resources must not be compared with anything
      const moved = await call('PATCH', '/fabrics/clos', {
        path: 'fabrics/nowhere',
      });
      expect(moved.body).toMatchObject({
        resources: { total: 0 },
        status: { drift: { state: 'unknown', findings: { critical: 0 } } },
      });
      const after = await eventually(async () => {
        const { body } = await call('GET', '/fabrics/clos');
        expect(body.status.sync.state).toBe('failed');
        expect(body.status.connection.state).toBe('connected');
        return body;
      });
      expect(after.resources).toMatchObject({ drifted: 0, committed: 0 });
      const findings = await call('GET', '/fabrics/clos/findings');
      expect(
        findings.body.items.filter((one: any) => one.type === 'drift'),
      ).toEqual([]);
      const voided = await call('GET', `/fabrics/clos/plans/${plan.body.id}`);
      expect(voided.body.status).toBe('void');
      const anew = await call('POST', '/fabrics/clos/plans', {
        prune: true,
        force: true,
      });
      expect(anew.body.lines).toEqual([]);

      await call('PATCH', '/fabrics/clos', { path: 'fabrics/lab-clos' });
      await drifted();
    });

    it('H17: of two who change it at once, one is told', async () => {
      const { body } = await create();
      const match = { 'If-Match': body.etag };
      const answers = await Promise.all(
        ['a', 'b'].map(title =>
          call('PATCH', '/fabrics/clos', { title }, match),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    });

    it('a name that left configuration stays taken, for its history is kept', async () => {
      await replica.engine.fabrics.define([]);
      const answer = await create({ name: 'lab-mesh' });
      expect(answer.status).toBe(409);
      expect(answer.body.error.message).toMatch(/left the configuration/);
    });

    it('a change made at one replica is followed at the holder within five seconds', async () => {
      const second = await startTestEngine({
        database,
        config: configOf(lab),
        auditor: audit,
      });
      const other = await startTestApi(second.engine);
      try {
        const there = apiCaller(other).call;
        // The first replica holds the lease of the mesh's cluster, and hears of a new fabric in it from the table only
        const created = await there('POST', '/fabrics', {
          ...CLOS,
          name: 'beside',
          cluster: 'lab-mesh',
          namespace: 'other',
        });
        expect(created.status).toBe(201);
        await eventually(async () => {
          const { body } = await call('GET', '/fabrics/beside');
          expect(body.status.sync.state).toBe('synced');
        }, 5_000);
        // One in a cluster without any: its lease is taken now
        await there('POST', '/fabrics', CLOS);
        await eventually(async () => {
          const lease = await database('leases')
            .where('name', 'cluster/lab-clos')
            .first();
          expect(Number(lease?.expires_at)).toBeGreaterThan(0);
        }, 5_000);
        expect((await there('DELETE', '/fabrics/beside')).status).toBe(204);
        await eventually(
          () =>
            expect(
              replica.engine.fabricRegistry.known().map(one => one.name),
            ).toEqual(['clos', 'lab-mesh']),
          5_000,
        );
        await replica.engine.reconciler.idle();
        expect(await rowsOf('beside')).toEqual({});
      } finally {
        await other.close();
        await second.stop();
      }
    });
  },
);

async function tables(database: Knex): Promise<string[]> {
  const isSqlite = String(database.client.config.client).includes('sqlite');
  const rows = isSqlite
    ? await database('sqlite_master')
        .where({ type: 'table' })
        .whereNot('name', 'like', 'sqlite%')
        .select('name')
    : await database('information_schema.tables')
        .where('table_schema', database.raw('current_schema()'))
        .select({ name: 'table_name' });
  return rows
    .map(({ name }: { name: string }) => name)
    .filter((name: string) => !name.startsWith('knex'));
}
