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
import type { TestIntent } from '../reconcile/selfTest/SelfTestStore';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('the self-test on %s', id => {
  let lab: Lab;
  let database: Knex;
  let config: any;
  let replica: TestEngine;
  let api: TestApi;
  let audit: AuditRecorder;
  let call: ReturnType<typeof apiCaller>['call'];

  beforeEach(async () => {
    lab = await Lab.start({ agents: { applyDelayMs: 50, heartbeatMs: 500 } });
    database = await databases.init(id);
    await migrateUp(database);
    audit = recordAudit();
    config = labConfig(lab);
    for (const cluster of config.cnoc.clusters) {
      cluster.lab = cluster.name === 'lab-mesh';
    }
    replica = await startTestEngine({ database, config, auditor: audit });
    api = await startTestApi(replica.engine, { auditor: audit });
    ({ call } = apiCaller(api));
  });
  afterEach(async () => {
    await api?.close();
    await replica?.stop();
    await lab?.stop();
  });

  const mesh = () => lab.clusters.get('lab-mesh')!;
  const inSync = () =>
    eventually(async () => {
      const { body } = await call('GET', '/fabrics/lab-mesh');
      expect(body.status.drift.state).toBe('inSync');
      expect(body.status.connection.state).toBe('connected');
    });
  /** Everything of the cluster that a test could leave behind. */
  const written = () =>
    ['Server', 'VPC', 'Switch'].flatMap(kind =>
      mesh()
        .list(kind)
        .map(({ metadata, spec }) => ({
          kind,
          name: metadata.name,
          spec,
          managers: (metadata as any).managedFields,
        })),
    );
  const test = (headers = {}) =>
    call('POST', '/fabrics/lab-mesh/self-test', undefined, headers);

  it('changes a field, sees it, restores it with its field manager, and sees it resolved', async () => {
    await inSync();
    const before = written();
    const { status, body } = await test();
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ok: true,
        resource: { kind: 'Server' },
        path: 'spec.description',
        steps: ['choose', 'change', 'see', 'restore', 'resolve'].map(step => ({
          step,
          result: 'ok',
          milliseconds: expect.any(Number),
        })),
      },
    });
    expect(written()).toEqual(before);
    const { kind, name } = body.resource;
    const findings = await call(
      'GET',
      '/fabrics/lab-mesh/findings?status=resolved',
    );
    expect(findings.body.items).toContainEqual(
      expect.objectContaining({
        kind,
        name,
        changedBy: expect.objectContaining({ manager: 'cnoc-self-test' }),
      }),
    );
    const activity = await call('GET', '/fabrics/lab-mesh/activity');
    expect(activity.body.items).toContainEqual(
      expect.objectContaining({
        type: 'fabric.tested',
        resource: { kind, name },
      }),
    );
    expect(audit.events).toContainEqual(
      expect.objectContaining({
        eventId: 'fabric-self-test',
        outcome: 'succeeded',
        meta: expect.objectContaining({ ok: true, path: 'spec.description' }),
      }),
    );
  });

  it('runs at a replica that does not hold the lease', async () => {
    await inSync();
    const second = await startTestEngine({ database, config, idle: true });
    const other = await startTestApi(second.engine);
    try {
      const answer = await apiCaller(other).call(
        'POST',
        '/fabrics/lab-mesh/self-test',
      );
      expect(answer.body).toMatchObject({ ok: true });
    } finally {
      await other.close();
      await second.stop();
    }
  });

  it('H16: the same request twice is one test', async () => {
    await inSync();
    const key = { 'Idempotency-Key': 'test-mesh-once' };
    const first = await test(key);
    const again = await test(key);
    expect(again.body).toEqual(first.body);
    expect(await database('self_tests').select('id')).toHaveLength(1);
  });

  it('runs once at a time for a fabric', async () => {
    await inSync();
    const slow = mesh().faults.add({ verb: 'apply', latencyMs: 500 });
    const answers = await Promise.all([test(), test()]);
    slow();
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('touches no cluster that is not a lab', async () => {
    const answer = await call('POST', '/fabrics/lab-clos/self-test');
    expect(answer.status).toBe(409);
    expect(answer.body.error.message).toMatch(/not marked as a lab/);
  });

  it('restores the field when the change is not seen', async () => {
    await inSync();
    const before = written();
    // Nobody watches any more, so nobody sees
    await replica.engine.reconciler.stop();
    const { body } = await test();
    expect(body).toMatchObject({ ok: false });
    expect(body.steps).toContainEqual(
      expect.objectContaining({ step: 'see', result: 'failed' }),
    );
    expect(body.steps).toContainEqual(
      expect.objectContaining({ step: 'restore', result: 'ok' }),
    );
    expect(written()).toEqual(before);
  });

  it('does not restore over somebody else', async () => {
    await inSync();
    await replica.engine.reconciler.stop();
    const running = test();
    const edited = await eventually(() => {
      const found = mesh()
        .list('Server')
        .find(({ spec }) =>
          String((spec as any).description).includes('self-test'),
        );
      expect(found).toBeDefined();
      return found!;
    });
    mesh().edit(
      'Server',
      edited.metadata.name,
      object => {
        (object.spec as any).description = 'mine';
      },
      { manager: 'kubectl-edit' },
    );
    const { body } = await running;
    expect(body.steps).toContainEqual(
      expect.objectContaining({
        step: 'restore',
        message: expect.stringContaining('theirs is kept'),
      }),
    );
    const after = mesh().get('Server', edited.metadata.name)!;
    expect((after.spec as any).description).toBe('mine');
  });

  it('a replica that goes away in the middle leaves nothing changed: the next holder restores it', async () => {
    await inSync();
    const before = written();
    const [server] = mesh().list('Server');
    const { name } = server.metadata;
    const intent: TestIntent = {
      cluster: 'lab-mesh',
      namespace: 'default',
      kind: 'Server',
      name,
      keys: ['spec', 'description'],
      before: (server.spec as any).description,
      changed: 'self-test',
      managers: (server.metadata as any).managedFields,
    };
    await replica.engine.reconciler.stop();
    await database('self_tests').insert({
      id: 'crashed',
      fabric: 'lab-mesh',
      unfinished: 'lab-mesh',
      created_at: new Date().toISOString(),
      created_by: 'user:default/guest',
      intent: JSON.stringify(intent),
      deadline: 0,
    });
    mesh().edit(
      'Server',
      name,
      object => {
        (object.spec as any).description = 'self-test';
      },
      { manager: 'cnoc-self-test' },
    );
    const second = await startTestEngine({ database, config });
    try {
      await eventually(async () => {
        const row = await database('self_tests')
          .where({ id: 'crashed' })
          .first();
        expect(row).toMatchObject({ unfinished: null });
        expect(JSON.parse(row.result)).toMatchObject({ ok: false });
      });
      expect(written()).toEqual(before);
    } finally {
      await second.stop();
    }
  });
});
