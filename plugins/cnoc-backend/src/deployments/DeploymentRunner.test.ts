import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { desired, vpc } from '../__testUtils__/resources';
import type { ActivityService } from '../activity/ActivityService';
import type { DesiredService } from '../desired';
import { noFence } from '../fabrics/Fence';
import { ClusterError, type LiveService } from '../live';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { DatabaseDeploymentStore } from './DatabaseDeploymentStore';
import { DatabasePlanStore } from './DatabasePlanStore';
import { DeploymentRunner } from './DeploymentRunner';
import type { PlanRecord } from './PlanRecord';

const databases = testDatabases();
const fabric = {
  name: 'f',
  repository: 'lab',
  path: '',
  cluster: 'one',
  namespace: 'default',
};
const names = ['a', 'b', 'c'];

describe.each(databases.eachSupportedId())('DeploymentRunner on %s', id => {
  let database: Knex;
  let cluster: FakeCluster;
  let store: DatabaseDeploymentStore;
  let pauses: number[];
  let runner: DeploymentRunner;
  let deployment: string;

  beforeEach(async () => {
    database = await databases.init(id);
    await migrateUp(database);
    cluster = new FakeCluster();
    const plans = DatabasePlanStore.create({ database });
    store = DatabaseDeploymentStore.create({ database });
    pauses = [];
    runner = DeploymentRunner.create({
      plans,
      store,
      desired: {
        get: async (_fabric: string, _kind: string, name: string) =>
          desired(vpc(name)),
      } as unknown as DesiredService,
      live: { client: () => cluster.client() } as unknown as LiveService,
      activity: {
        touch: async () => {},
        record: async () => {},
      } as unknown as ActivityService,
      logger: mockServices.logger.mock(),
      now: () => new Date('2026-01-01T00:00:00Z'),
      pause: async ms => {
        pauses.push(ms);
      },
    });
    const plan: PlanRecord = {
      id: '6f1f7c0e-5d0a-4f0e-9a53-0c6b7a6d2b11',
      fabric: 'f',
      status: 'ready',
      createdAt: '2026-01-01T00:00:00.000Z',
      createdBy: 'user:default/guest',
      counts: { create: 3, update: 0, delete: 0 },
      prune: false,
      force: false,
      blockers: [],
      notPruned: [],
      // One wave each, so that their order is certain
      lines: names.map((name, index) => ({
        seq: index + 1,
        wave: index + 1,
        action: 'create',
        kind: 'VPC',
        name,
        severity: 'critical',
        reason: 'missing',
        differences: [],
        dryRun: { ok: true },
        desiredHash: desired(vpc(name)).hash,
      })),
    };
    await plans.insert(plan);
    deployment = (
      await store.insert(plan, {
        createdBy: plan.createdBy,
        createdAt: plan.createdAt,
      })
    ).id;
  });
  afterEach(() => database?.destroy());

  const run = (signal = new AbortController().signal) =>
    runner.run(fabric, noFence, signal);
  const outcome = async () => {
    const now = (await store.get('f', deployment))!;
    return [now.status, ...now.steps.map(step => step.status)];
  };

  it('makes every change, once', async () => {
    expect(await run()).toBe(true);
    expect(await outcome()).toEqual([
      'succeeded',
      'succeeded',
      'succeeded',
      'succeeded',
    ]);
    expect(cluster.writes).toEqual(names.map(name => `apply VPC/${name}`));
    expect(await run()).toBe(false);
  });

  it('K14: a cluster that goes away half-way leaves an exact account', async () => {
    cluster.before = write => {
      if (!write.endsWith('/a')) {
        throw new ClusterError('unavailable', 'The cluster does not answer');
      }
    };
    await run();
    expect(await outcome()).toEqual([
      'partial',
      'succeeded',
      'failed',
      'skipped',
    ]);
    expect(pauses).toEqual([500, 1000, 2000]);
    expect(await store.get('f', deployment)).toMatchObject({
      done: 1,
      failed: 1,
      message: '1 of 3 changes were made. The cluster does not answer',
    });
    expect(await store.unfinished('f')).toBeUndefined();
  });

  it('K18: what the cluster refuses stops the rest, without a second try', async () => {
    cluster.before = () => {
      throw new ClusterError('invalid', 'spec.x: immutable');
    };
    await run();
    expect(await outcome()).toEqual(['failed', 'failed', 'skipped', 'skipped']);
    expect(pauses).toEqual([]);
  });

  it('a write whose answer was lost is recognised and not repeated', async () => {
    const client = cluster.client();
    let lost = false;
    jest.spyOn(cluster, 'client').mockReturnValue({
      ...client,
      apply: async (...parameters) => {
        const result = await client.apply(...parameters);
        if (lost) return result;
        lost = true;
        throw new ClusterError('timeout', 'No answer in time');
      },
    });
    await run();
    expect((await outcome())[0]).toBe('succeeded');
    expect(cluster.writes.filter(write => write.endsWith('/a'))).toHaveLength(
      1,
    );
  });

  it('K16: a run that was cut off is gone on with, and nothing is applied twice', async () => {
    const killed = new AbortController();
    cluster.before = write => {
      if (write.endsWith('/b')) {
        killed.abort();
        throw new ClusterError('unavailable', 'cut');
      }
    };
    await expect(run(killed.signal)).rejects.toThrow();
    expect(await outcome()).toEqual([
      'running',
      'succeeded',
      'running',
      'pending',
    ]);
    cluster.before = () => {};
    await run();
    expect((await outcome())[0]).toBe('succeeded');
    expect(cluster.writes).toEqual(names.map(name => `apply VPC/${name}`));
  });

  it('a replica that lost its lease writes nothing', async () => {
    const lost = {
      assertHeld: async () => {
        throw new Error('lost');
      },
    };
    await expect(
      runner.run(fabric, lost, new AbortController().signal),
    ).rejects.toThrow('lost');
    expect(cluster.writes).toEqual([]);
  });

  it('H18: a second deployment of the fabric is refused by the table itself', async () => {
    const plan = (await DatabasePlanStore.create({ database }).get(
      'f',
      '6f1f7c0e-5d0a-4f0e-9a53-0c6b7a6d2b11',
    ))!;
    await expect(
      store.insert(plan, { createdBy: 'x', createdAt: plan.createdAt }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it('the log goes on anywhere, also between steps that were skipped together', async () => {
    cluster.before = () => {
      throw new ClusterError('invalid', 'no');
    };
    await run();
    const all = await store.log(deployment, 0, 100);
    expect(all.map(({ step }) => [step.seq, step.status])).toEqual([
      [1, 'failed'],
      [2, 'skipped'],
      [3, 'skipped'],
    ]);
    const rest = await store.log(deployment, all[1].change, 100);
    expect(rest.map(({ step }) => step.seq)).toEqual([3]);
  });
});
