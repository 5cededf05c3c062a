import { desired, vpc } from '../__testUtils__/resources';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { executeLine } from './executeLine';
import type { PlannedLine } from './PlanRecord';
import { currentOf } from './readLive';

describe('executeLine', () => {
  let cluster: FakeCluster;
  let images: unknown[];

  beforeEach(() => {
    cluster = new FakeCluster();
    images = [];
  });

  const inCluster = (name = 'a') =>
    currentOf(cluster.objects.get(`VPC/${name}`)!);
  const line = (
    action: PlannedLine['action'],
    more: Partial<PlannedLine> = {},
  ): PlannedLine => ({
    seq: 1,
    wave: 1,
    action,
    kind: 'VPC',
    name: 'a',
    severity: 'critical',
    reason: 'it differs',
    differences: [],
    dryRun: { ok: true },
    ...(action === 'delete' ? {} : { desiredHash: desired(vpc('a')).hash }),
    ...(action === 'create'
      ? {}
      : { live: { uid: inCluster().uid, hash: inCluster().hash } }),
    ...more,
  });
  const execute = (
    planned: PlannedLine,
    more: Partial<Parameters<typeof executeLine>[1]> = {},
  ) =>
    executeLine(planned, {
      desired: planned.action === 'delete' ? undefined : desired(vpc('a')),
      client: cluster.client(),
      namespace: 'default',
      force: false,
      resumed: false,
      before: async canonical => {
        images.push(canonical);
      },
      signal: new AbortController().signal,
      ...more,
    });

  it('creates', async () => {
    await execute(line('create'));
    expect(cluster.writes).toEqual(['apply VPC/a']);
    expect(images).toEqual([undefined]);
  });

  it('updates, keeping the image of before', async () => {
    cluster.put(vpc('a', 1002));
    const { canonical } = inCluster();
    await execute(line('update'));
    expect(inCluster().hash).toBe(desired(vpc('a')).hash);
    expect(images).toEqual([canonical]);
  });

  it('removes what server-side apply leaves', async () => {
    const extra = vpc('a');
    (extra.spec as { permit?: unknown }).permit = [['default']];
    cluster.put(extra);
    await execute(line('update'));
    expect(cluster.writes).toEqual(['apply VPC/a', 'patch VPC/a']);
    expect(inCluster().hash).toBe(desired(vpc('a')).hash);
  });

  it('K16: a cut between apply and removal is finished by the successor', async () => {
    const extra = vpc('a', 1002);
    (extra.spec as { permit?: unknown }).permit = [['default']];
    cluster.put(extra);
    const planned = line('update', {
      differences: [
        {
          path: 'spec.permit',
          live: [['default']],
          severity: 'critical',
          reason: '',
          rule: '',
        },
      ],
    });
    cluster.before = write => {
      if (write.startsWith('patch')) throw new Error('killed');
    };
    await expect(execute(planned)).rejects.toThrow('killed');
    cluster.before = () => {};
    await expect(execute(planned)).rejects.toThrow(/changed in the cluster/);
    await execute(planned, { resumed: true });
    expect(inCluster().hash).toBe(desired(vpc('a')).hash);
  });

  it('K16: what is done already is not done again', async () => {
    cluster.put(vpc('a', 1002));
    const planned = line('update');
    await execute(planned);
    cluster.writes.length = 0;
    expect(await execute(planned, { resumed: true })).toMatchObject({
      message: 'The cluster has it already',
    });
    expect(cluster.writes).toEqual([]);
  });

  it('deletes exactly what the plan saw', async () => {
    cluster.put(vpc('a'));
    const planned = line('delete');
    await execute(planned);
    expect(cluster.objects.size).toBe(0);
    expect(await execute(planned, { resumed: true })).toEqual({
      message: 'It was gone already',
    });
  });

  it('K4: a version that moved without the content is read again', async () => {
    cluster.put(vpc('a', 1002));
    let times = 0;
    cluster.before = () => {
      // A status write between our read and our write
      if (++times <= 2) cluster.put(vpc('a', 1002));
    };
    await execute(line('update'));
    expect(inCluster().hash).toBe(desired(vpc('a')).hash);
  });

  it('K4: tries are counted', async () => {
    cluster.put(vpc('a', 1002));
    cluster.before = () => cluster.put(vpc('a', 1002));
    await expect(execute(line('update'))).rejects.toMatchObject({
      reason: 'conflict',
    });
    expect(cluster.writes).toHaveLength(3);
  });

  it.each([
    [
      'K19: changed by a person',
      () => cluster.put(vpc('a', 1003)),
      /changed in the cluster/,
    ],
    [
      'K20: deleted and re-created',
      () => cluster.put(vpc('a', 1002), 'another'),
      /deleted and re-created/,
    ],
    ['deleted', () => cluster.objects.clear(), /has been deleted/],
  ])('%s: left alone', async (_, happen, message) => {
    cluster.put(vpc('a', 1002));
    const planned = line('update');
    happen();
    await expect(execute(planned)).rejects.toThrow(message);
    expect(cluster.writes).toEqual([]);
  });

  it('git that moved on since the plan: left alone', async () => {
    cluster.put(vpc('a', 1002));
    await expect(
      execute(line('update'), { desired: desired(vpc('a', 1005)) }),
    ).rejects.toThrow(/it has changed/);
    await expect(
      execute(line('delete'), { desired: desired(vpc('a', 1005)) }),
    ).rejects.toThrow(/it has changed/);
    expect(cluster.writes).toEqual([]);
  });
});
