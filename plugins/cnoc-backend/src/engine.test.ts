import type {
  Fabric,
  Plan,
  PlanRequest,
} from '@cnoc/backstage-plugin-cnoc-common';
import { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import {
  migrateUp,
  testDatabases,
} from './repositories/__testUtils__/testDatabases';
import { eventually } from './__testUtils__/eventually';

import { startTestApi, type TestApi } from './__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from './__testUtils__/TestEngine';

jest.setTimeout(90_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('engine on %s', id => {
  let lab: Lab;
  let database: Knex;
  let replica: TestEngine;
  let api: TestApi;

  beforeEach(async () => {
    lab = await Lab.start({ agents: { applyDelayMs: 50, heartbeatMs: 500 } });
    database = await databases.init(id);
    await migrateUp(database);
    replica = await startTestEngine({ lab, database });
    api = await startTestApi(replica.engine);
  });

  afterEach(async () => {
    await api?.close();
    await replica?.stop();
    await lab?.stop();
  });

  const fabric = (name: string) => api.client.getFabric(name);

  async function drifted(): Promise<Fabric> {
    return eventually(async () => {
      const clos = await fabric('lab-clos');
      expect(clos.status.drift.state).toBe('drifted');
      return clos;
    });
  }

  const createPlan = (
    request: Partial<PlanRequest> = {},
    options?: { idempotencyKey?: string },
  ) =>
    api.client.createPlan(
      'lab-clos',
      { prune: false, force: false, ...request },
      options,
    );

  const rules = (plan: Plan) => plan.blockers.map(blocker => blocker.rule);

  it('takes lab-clos from drifted to in sync by a plan and its deployment', async () => {
    await drifted();

    const careful = await createPlan();
    expect(careful.status).toBe('blocked');
    expect(rules(careful)).toContain('plan.conflict');
    expect(careful.notPruned.length).toBeGreaterThan(0);

    const plan = await createPlan({ prune: true, force: true });
    expect(plan.blockers).toEqual([]);
    expect(plan.status).toBe('ready');
    expect(plan.counts.delete).toBeGreaterThan(0);

    const queued = await api.client.createDeployment('lab-clos', plan.id);
    expect(queued.steps.map(step => step.status)).toEqual(
      plan.lines.map(() => 'pending'),
    );

    const seen = new Map<number, string>();
    let end: string | undefined;
    for await (const event of api.client.streamDeploymentLog(
      'lab-clos',
      queued.id,
    )) {
      if (event.type === 'step') seen.set(event.step.seq, event.step.status);
      else end = event.deployment.status;
    }
    const done = await api.client.getDeployment('lab-clos', queued.id);
    expect(done.steps.filter(step => step.status !== 'succeeded')).toEqual([]);
    expect(end).toBe('succeeded');
    expect([...seen.values()]).toEqual(plan.lines.map(() => 'succeeded'));

    const clos = await eventually(async () => {
      const now = await fabric('lab-clos');
      expect(now.status.drift.state).toBe('inSync');
      return now;
    });
    expect(clos.status.drift.findings.critical).toBe(0);
    expect(clos.lastDeployment).toMatchObject({ status: 'succeeded' });
    const { items } = await api.client.listActivity('lab-clos');
    expect(items.map(item => item.type)).toEqual(
      expect.arrayContaining([
        'cluster.connected',
        'commit.synced',
        'finding.opened',
        'plan.created',
        'deployment.started',
        'deployment.finished',
        'finding.resolved',
      ]),
    );
  });

  it('K19: an object that a person changed after the plan voids it', async () => {
    await drifted();
    const plan = await createPlan({ prune: true, force: true });
    const line = plan.lines.find(
      one => one.action === 'update' && one.kind === 'VPC',
    )!;
    lab.clusters.get('lab-clos')!.edit(
      line.kind,
      line.name,
      object => {
        object.metadata.annotations = { note: 'a person was here' };
      },
      { manager: 'kubectl-edit' },
    );
    await expect(
      api.client.createDeployment('lab-clos', plan.id),
    ).rejects.toMatchObject({
      statusCode: 409,
      cause: { message: expect.stringContaining('make a new one') },
    });
    expect((await api.client.getPlan('lab-clos', plan.id)).status).toBe('void');
  });

  it('H16, H18: a deployment asked for twice happens once, another one meanwhile is refused', async () => {
    await drifted();
    const request = { force: true, prune: true };
    const key = { idempotencyKey: 'once-and-only' };
    const [first, again] = await Promise.all([
      createPlan({ force: true }, key),
      createPlan({ force: true }, key),
    ]);
    expect(again.id).toBe(first.id);
    await expect(createPlan(request, key)).rejects.toMatchObject({
      statusCode: 409,
    });

    const other = await createPlan(request);
    // The cluster is slow to answer writes, so that the first deployment is still under way
    lab.clusters
      .get('lab-clos')!
      .faults.add({ verb: 'apply', latencyMs: 3000 });
    const deployment = await api.client.createDeployment(
      'lab-clos',
      first.id,
      key,
    );
    expect(
      await api.client.createDeployment('lab-clos', first.id, key),
    ).toMatchObject({ id: deployment.id });
    await expect(
      api.client.createDeployment('lab-clos', other.id),
    ).rejects.toMatchObject({ statusCode: 409 });
    expect((await api.client.listDeployments('lab-clos')).items).toHaveLength(
      1,
    );
  });

  it('H3: a plan or deployment of another fabric does not exist', async () => {
    await drifted();
    const plan = await createPlan();
    for (const call of [
      () => api.client.getPlan('lab-mesh', plan.id),
      () => api.client.createDeployment('lab-mesh', plan.id),
      () => api.client.getDeployment('lab-mesh', plan.id),
    ]) {
      await expect(call()).rejects.toMatchObject({ statusCode: 404 });
    }
  });

  it('K3: a conflict names manager and field', async () => {
    await drifted();
    const plan = await createPlan();
    const conflicts = plan.lines.flatMap(line => line.dryRun.conflicts ?? []);
    expect(conflicts).toContainEqual({
      manager: expect.stringMatching(/kubectl/),
      field: expect.stringContaining('spec'),
    });
  });

  it('U5: a cluster that is down leaves what git knows, marked stale; the other fabric is untouched', async () => {
    const before = await drifted();
    const mesh = await eventually(async () => {
      const now = await fabric('lab-mesh');
      expect(now.status.drift.state).toBe('inSync');
      return now;
    });
    const cluster = lab.clusters.get('lab-clos')!;
    cluster.faults.add({ verb: '*', status: 503 });
    cluster.faults.add({ verb: 'watch', cutWatchAfterEvents: 0 });

    const down = await eventually(async () => {
      const now = await fabric('lab-clos');
      expect(now.status.connection.staleSince).toBeDefined();
      expect(now.status.drift.state).toBe('unknown');
      return now;
    }, 30_000);
    expect(down.resources).toMatchObject({
      total: before.resources.total,
      unknown: before.resources.total,
    });
    expect(down.status.drift.findings).toEqual(before.status.drift.findings);
    const { items } = await api.client.listResources('lab-clos');
    expect(items.every(item => item.state === 'unknown')).toBe(true);
    const plan = await createPlan({ prune: true });
    expect(rules(plan)).toContain('plan.staleCluster');
    expect(plan.lines).toEqual([]);

    expect((await fabric('lab-mesh')).status).toMatchObject({
      connection: { state: 'connected' },
      drift: {
        state: 'inSync',
        findings: mesh.status.drift.findings,
      },
    });

    cluster.faults.clear();
    const back = await drifted();
    expect(back.status.drift.findings).toEqual(before.status.drift.findings);
    const findings = await api.client.listFindings('lab-clos', {
      status: 'resolved',
    });
    expect(findings.items.filter(one => one.type === 'drift')).toEqual([]);
  });

  it('G13, Y13: a directory that became empty or broken fails the sync and keeps the last good resources', async () => {
    const before = await drifted();
    await lab.git.commit('fabrics', {
      message: 'Break it',
      files: { 'fabrics/lab-clos/broken.yaml': 'kind: [unclosed' },
    });
    const broken = await api.client.syncFabric('lab-clos');
    expect(broken.status.sync.state).toBe('failed');
    expect(broken.status.sync.diagnostics).toContainEqual(
      expect.objectContaining({ file: 'fabrics/lab-clos/broken.yaml' }),
    );
    expect(broken.resources).toEqual(before.resources);
    const plan = await createPlan({ prune: true });
    expect(rules(plan)).toContain('plan.failedSync');

    await lab.git.commit('fabrics', {
      message: 'Mend it',
      files: { 'fabrics/lab-clos/broken.yaml': null },
    });
    const mended = await api.client.syncFabric('lab-clos');
    expect(mended.status.sync.state).toBe('synced');
  });

  it('K16: a second replica goes on with the deployment of one that went away, and applies nothing twice', async () => {
    await drifted();
    const cluster = lab.clusters.get('lab-clos')!;
    const plan = await createPlan({ prune: true, force: true });
    const second = await startTestEngine({ lab, database });
    try {
      const hold = cluster.faults.add({ verb: 'apply', latencyMs: 400 });
      const deployment = await api.client.createDeployment('lab-clos', plan.id);
      await eventually(async () => {
        const now = await api.client.getDeployment('lab-clos', deployment.id);
        expect(now.steps.some(step => step.status === 'running')).toBe(true);
      });
      await replica.stop();
      hold();
      await eventually(async () => {
        const now = await second.engine.deployments.get(
          'lab-clos',
          deployment.id,
        );
        expect(now).toMatchObject({ status: 'succeeded', failed: 0 });
      });
      await eventually(async () => {
        const record = await second.engine.fabrics.get('lab-clos');
        expect(record?.driftState).toBe('inSync');
      });
      const created = plan.lines.filter(line => line.action === 'create');
      expect(created.length).toBeGreaterThan(0);
      for (const { kind, name } of created) {
        expect(cluster.get(kind, name)?.metadata.generation).toBe(1);
      }
    } finally {
      await second.stop();
    }
  });

  it('answers a person on the replica that does not hold the lease', async () => {
    await drifted();
    const second = await startTestEngine({ lab, database });
    const other = await startTestApi(second.engine);
    try {
      const sha = await lab.git.commit('fabrics', {
        message: 'Say more',
        files: { 'fabrics/lab-mesh/README.txt': 'nothing to deploy' },
      });
      const mesh = await other.client.syncFabric('lab-mesh');
      expect(mesh.status.sync).toMatchObject({ state: 'synced', commit: sha });
    } finally {
      await other.close();
      await second.stop();
    }
  });
});
