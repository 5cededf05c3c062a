import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import {
  migrateUp,
  testDatabases,
} from '../../repositories/__testUtils__/testDatabases';
import type { ActivityEntry } from '../ActivityStore';
import { DatabaseActivityStore } from '../DatabaseActivityStore';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { Notifier } from './Notifier';

const databases = testDatabases();

describe.each(databases.eachSupportedId())('notifications on %s', id => {
  let database: Knex;
  let sent: NotificationSendOptions[];
  let broken: boolean;
  let owner: string | undefined;
  let unresolved: number;
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    database = await databases.init(id);
    await migrateUp(database);
  });
  afterAll(() => database?.destroy());
  beforeEach(async () => {
    jest.clearAllMocks();
    for (const table of ['activity', 'activity_heads', 'notices']) {
      await database(table).delete();
    }
    sent = [];
    broken = false;
    owner = 'group:default/network';
    unresolved = 1;
  });

  const replica = (config: object = {}) =>
    Notifier.fromConfig({
      config: mockServices.rootConfig({
        data: { cnoc: { notifications: config } } as never,
      }),
      store: DatabaseNoticeStore.create({ database }),
      fabrics: {
        get: async name => ({ definition: { name, owner } } as never),
      },
      service: {
        send: async options => {
          if (broken) throw new TypeError('secret address');
          sent.push(options);
        },
      },
      unresolved: async () => unresolved,
      logger,
    });
  const write = (...entries: ActivityEntry[]) =>
    DatabaseActivityStore.create({ database }).append(
      'lab',
      new Date(),
      entries,
    );
  const opened = (
    name: string,
    severity: 'critical' | 'warning' | 'info' = 'warning',
  ): ActivityEntry => ({
    type: 'finding.opened',
    severity,
    message: `${name} differs`,
    resource: { kind: 'VPC', name },
  });
  const resolved = (
    name: string,
    severity: 'critical' | 'warning' = 'warning',
  ): ActivityEntry => ({ ...opened(name, severity), type: 'finding.resolved' });
  const many = (count: number, make = opened) =>
    Array.from({ length: count }, (_, index) => make(`v${index}`));

  /** All that the database remembers is so much older. */
  async function later(ms: number): Promise<void> {
    await database('notices').whereNotNull('due_at').decrement('due_at', ms);
    for (const head of await database('activity_heads')) {
      if (!head.wave) continue;
      const wave = JSON.parse(head.wave);
      await database('activity_heads')
        .where({ fabric: head.fabric })
        .update({ wave: JSON.stringify({ ...wave, at: wave.at - ms }) });
    }
  }
  const titles = () => sent.map(({ payload }) => payload.title);

  it('a critical finding tells the owner, with the page and a topic to mute', async () => {
    await write(opened('web', 'critical'));
    await replica().work();
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/network' },
        payload: {
          title: 'VPC web in lab',
          description: 'web differs',
          link: '/cnoc/fabrics/lab/VPC/web',
          topic: 'cnoc-critical',
          severity: 'critical',
          scope: 'lab/finding/VPC/web',
        },
      },
    ]);
  });

  it.each([
    ['info findings', {}, [opened('a', 'info')]],
    ['less than the minimum', { minimumSeverity: 'critical' }, [opened('a')]],
    ['when they are off', { enabled: false }, [opened('a', 'critical')]],
    [
      'a deployment that succeeded',
      {},
      [{ type: 'deployment.finished' as const, message: 'x', deployment: 'd' }],
    ],
    ['a plan', {}, [{ type: 'plan.created' as const, message: 'x' }]],
  ])('nobody is told of %s', async (_, config, entries) => {
    await write(...entries);
    await replica(config).work();
    expect(sent).toEqual([]);
    // Also not later, by somebody who has another opinion
    await replica().work();
    expect(sent).toEqual([]);
  });

  it('what a person opened again is no news, what the fabric did is', async () => {
    const again = { ...opened('web'), type: 'finding.reopened' as const };
    await write({ ...again, actor: 'user:default/nora' });
    await replica().work();
    expect(sent).toEqual([]);
    await write({ ...again, actor: 'kubectl-edit' });
    await replica().work();
    expect(titles()).toEqual(['VPC web in lab']);
  });

  it('a fabric without owner tells nobody, and is not tried again', async () => {
    owner = undefined;
    await write(opened('web'));
    await replica().work();
    owner = 'group:default/network';
    await later(3_600_000);
    await replica().work();
    expect(sent).toEqual([]);
  });

  it('is told once, whatever restarts and however many replicas there are', async () => {
    await write(opened('web'));
    await Promise.all([replica().work(), replica().work(), replica().work()]);
    await replica().work();
    await later(3_600_000);
    await replica().work();
    expect(titles()).toEqual(['VPC web in lab']);
  });

  it('what is resolved updates the same notification', async () => {
    await write(opened('web', 'critical'));
    await replica().work();
    await write(resolved('web', 'critical'));
    await replica().work();
    expect(titles()).toEqual(['VPC web in lab', 'Resolved: VPC web in lab']);
    expect(sent[1].payload).toMatchObject({
      scope: sent[0].payload.scope,
      topic: 'cnoc-critical',
      severity: 'low',
    });
    expect(await database('notices')).toEqual([]);
  });

  it('what is resolved before anybody was told is no news', async () => {
    await write(opened('web'), resolved('web'));
    await replica().work();
    expect(sent).toEqual([]);
  });

  it('K26: 5,000 changes in one pass are one summary, and its end one update', async () => {
    await write(...many(20, name => opened(name, 'critical')), {
      type: 'finding.opened',
      message: '4980 more findings opened',
      severity: 'critical',
      tally: { critical: 100, warning: 4000, info: 880 },
    });
    await replica().work();
    expect(titles()).toEqual(['4120 new findings in lab: 120 critical']);
    expect(sent[0].payload).toMatchObject({
      link: '/cnoc/fabrics/lab/drift',
      severity: 'critical',
    });
    unresolved = 0;
    await write({
      type: 'finding.resolved',
      message: 'all',
      severity: 'critical',
      tally: { critical: 1, warning: 0, info: 0 },
    });
    await replica().work();
    expect(titles()[1]).toMatch(/^Resolved: 4120 new findings/);
    expect(sent[1].payload.scope).toBe(sent[0].payload.scope);
  });

  it('K26: a wave over many passes is one notification, updated now and then', async () => {
    for (let pass = 0; pass < 50; pass++) {
      await write(...many(8));
      await replica().work();
      await later(1_000);
    }
    expect(titles().length).toBeLessThanOrEqual(3);
    expect(new Set(sent.map(({ payload }) => payload.scope)).size).toBe(1);
    await later(31_000);
    await replica().work();
    expect(titles().at(-1)).toBe('400 new findings in lab');
  });

  it('more than five within half a minute are a wave from there on', async () => {
    await write(...many(3));
    await replica().work();
    await later(10_000);
    await write(...['x', 'y', 'z'].map(name => opened(name)));
    await replica().work();
    expect(titles()).toEqual([
      'VPC v0 in lab',
      'VPC v1 in lab',
      'VPC v2 in lab',
      '3 new findings in lab',
    ]);
    await later(31_000);
    await write(opened('w'));
    await replica().work();
    expect(titles().at(-1)).toBe('VPC w in lab');
  });

  const connection = (state: 'connected' | 'disconnected'): ActivityEntry => ({
    type: `cluster.${state}`,
    message: 'No answer',
  });

  it('a cluster that is back within two minutes was no news', async () => {
    await write(connection('disconnected'));
    await replica().work();
    await later(110_000);
    await replica().work();
    await write(connection('connected'));
    await replica().work();
    await later(110_000);
    await replica().work();
    expect(sent).toEqual([]);
  });

  it('K26: a cluster that is away for a day is told once, and once when it is back', async () => {
    await write(connection('disconnected'));
    await replica().work();
    for (let hour = 0; hour < 24; hour++) {
      await later(3_600_000);
      await replica().work();
    }
    await write(connection('connected'));
    await replica().work();
    expect(titles()).toEqual([
      'The cluster of lab cannot be reached',
      'Resolved: The cluster of lab cannot be reached',
    ]);
  });

  it('tells of a replaced cluster, of git and of a deployment that did not succeed', async () => {
    await write(
      { type: 'cluster.replaced', message: 'Another uid' },
      { type: 'sync.failed', severity: 'warning', message: 'No access' },
      {
        type: 'deployment.finished',
        severity: 'warning',
        message: '1 of 2',
        deployment: 'd1',
      },
    );
    await replica().work();
    expect(
      sent.map(({ payload }) => [payload.title, payload.severity]).sort(),
    ).toEqual([
      ['A deployment to lab did not succeed', 'high'],
      ['Another cluster answers for lab', 'critical'],
      ['Git of lab cannot be read', 'high'],
    ]);
    await write({ type: 'commit.synced', message: 'Read' });
    await replica().work();
    expect(titles().at(-1)).toBe('Resolved: Git of lab cannot be read');
  });

  it('a portal without the notifications plugin is logged once, and tried less and less, and then no more', async () => {
    broken = true;
    const one = replica();
    await write(opened('web'), opened('db'));
    for (let attempt = 0; attempt < 15; attempt++) {
      await one.work();
      await later(3_600_000);
    }
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('secret');
    broken = false;
    await one.work();
    expect(sent).toEqual([]);
  });

  it('is sent later when it could not be sent at once', async () => {
    broken = true;
    await write(opened('web'));
    await replica().work();
    broken = false;
    await replica().work();
    expect(sent).toEqual([]);
    await later(31_000);
    await replica().work();
    expect(titles()).toEqual(['VPC web in lab']);
  });

  it('what the timeline said before there were notifications is no news', async () => {
    const migration = {
      directory: resolvePackagePath(
        '@cnoc/backstage-plugin-cnoc-backend',
        'migrations',
      ),
      name: '20261122_49_telling.js',
    };
    await database.migrate.down(migration);
    await database('activity').insert({
      fabric: 'lab',
      at: new Date().toISOString(),
      type: 'cluster.replaced',
      message: 'Long ago',
    });
    await database.migrate.up(migration);
    await replica().work();
    expect(sent).toEqual([]);
    await write(opened('web'));
    await replica().work();
    expect(titles()).toEqual(['VPC web in lab']);
  });

  it('text of any length and any lines fits', async () => {
    await write({
      ...opened('n'.repeat(253), 'critical'),
      message: `a\nb\r\n${'x'.repeat(3000)}`,
    });
    await replica().work();
    expect(sent[0].payload.title.length).toBeLessThanOrEqual(255);
    expect(sent[0].payload.description).toMatch(/^a b x{10}/);
    expect(sent[0].payload.description!.length).toBe(500);
  });
});
