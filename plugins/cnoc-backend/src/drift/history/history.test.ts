import type { Knex } from 'knex';
import { desired, live as liveOf, vpc } from '../../__testUtils__/resources';
import type { DesiredObject } from '../../desired';
import type { Fence } from '../../fabrics/Fence';
import type { LiveObject } from '../../live';
import {
  migrateUp,
  testDatabases,
} from '../../repositories/__testUtils__/testDatabases';
import type { DeploymentWrite } from '../DeploymentWrite';
import { resourceKey } from '../resourceKey';
import { ResourceMap } from '../ResourceMap';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { HistoryKeeper } from './HistoryKeeper';

const databases = testDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('history on %s', id => {
  let database: Knex;
  let store: DatabaseHistoryStore;
  let keeper: HistoryKeeper;
  let fence: Fence;
  let writes: DeploymentWrite[];
  let clock: number;

  beforeEach(async () => {
    database = await databases.init(id);
    await migrateUp(database);
    store = DatabaseHistoryStore.create({ database });
    writes = [];
    clock = Date.UTC(2026, 0, 1);
    fence = { assertHeld: async () => {} };
    keeper = HistoryKeeper.create({
      store,
      writesOf: async () => writes,
      now: () => new Date(clock),
    });
  });
  afterEach(() => database?.destroy());

  const keep = async (
    git: DesiredObject[],
    cluster: LiveObject[],
    more: Partial<Parameters<HistoryKeeper['keep']>[1]> = {},
  ) => {
    clock += 1_000;
    await keeper.keep(
      'f',
      {
        resources: [
          ...new Map(
            [...git, ...cluster].map(one => [resourceKey(one), one]),
          ).values(),
        ],
        desired: git,
        live: ResourceMap.by(cluster),
        isUnknown: () => false,
        commit: { sha: 'c1', author: 'Nora', message: 'm' },
        ...more,
      },
      fence,
    );
  };
  const moments = async (name = 'a', limit = 100) =>
    (await store.page('f', { kind: 'VPC', name }, { limit })).map(
      one => one.moment,
    );
  const told = async () =>
    (await moments()).map(
      ({ side, present, yaml }) =>
        `${side} ${present ? yaml?.match(/vlan: (\d+)/)?.[1] : 'gone'}`,
    );
  const by = (manager: string) => ({
    managers: [
      {
        manager,
        operation: 'Update' as const,
        at: '2026-01-01T00:00:02Z',
        fields: '{}',
      },
    ],
  });

  it('tells both sides over time, and who caused each change', async () => {
    await keep([desired(vpc('a'))], []);
    writes = [
      {
        kind: 'VPC',
        name: 'a',
        action: 'create',
        at: '2026-01-01T00:00:02.500Z',
        by: 'user:default/nora',
        deployment: 'd1',
        commit: 'c1',
      },
    ];
    await keep([desired(vpc('a'))], [liveOf(vpc('a'), by('cnoc'))]);
    await keep(
      [desired(vpc('a'))],
      [liveOf(vpc('a', 1002), by('kubectl-edit'))],
    );
    expect(await told()).toEqual(['cluster 1002', 'cluster 1001', 'git 1001']);
    const [edited, created, read] = await moments();
    expect(edited.changedBy).toEqual({
      manager: 'kubectl-edit',
      at: '2026-01-01T00:00:02Z',
    });
    expect(created).toMatchObject({
      deployment: 'd1',
      changedBy: { manager: 'cnoc', by: 'user:default/nora', commit: 'c1' },
    });
    // Who wrote what the first reading found is not known
    expect(read.commit).toBeUndefined();
  });

  it('names the commit that changed or brought a resource', async () => {
    await keep([desired(vpc('b'))], []);
    const commit = { sha: 'c2', author: 'Nora', message: 'm' };
    await keep([desired(vpc('a')), desired(vpc('b', 1002))], [], { commit });
    for (const name of ['a', 'b']) {
      const [newest] = await moments(name);
      expect(newest.commit).toMatchObject({ sha: 'c2', author: 'Nora' });
    }
  });

  it('adds nothing while nothing changes, also after a restart', async () => {
    const state = [[desired(vpc('a'))], [liveOf(vpc('a'))]] as const;
    await keep([...state[0]], [...state[1]]);
    await keep([...state[0]], [...state[1]]);
    fence = { assertHeld: async () => {} };
    await keep([...state[0]], [...state[1]]);
    expect(await told()).toHaveLength(2);
  });

  it('knows that what went away and came back did so', async () => {
    await keep([desired(vpc('a'))], [liveOf(vpc('a'))]);
    writes = [
      {
        kind: 'VPC',
        name: 'a',
        action: 'delete',
        at: new Date(clock).toISOString(),
        by: 'user:default/nora',
        deployment: 'd2',
      },
    ];
    await keep([], []);
    await keep([desired(vpc('a'))], [liveOf(vpc('a'))]);
    expect(await told()).toEqual([
      'cluster 1001',
      'git 1001',
      'cluster gone',
      'git gone',
      'cluster 1001',
      'git 1001',
    ]);
    const gone = (await moments())[2];
    expect(gone).toMatchObject({ present: false, deployment: 'd2' });
    // The content is kept once, however often it was seen
    expect(await database('resource_contents')).toHaveLength(1);
  });

  it('K20: deleted and created anew is another one, however equal', async () => {
    await keep([], [liveOf(vpc('a'), { uid: 'one' })]);
    await keep([], [liveOf(vpc('a'), { uid: 'two' })]);
    expect(await told()).toEqual(['cluster 1001', 'cluster 1001']);
  });

  it('K2: a kind that cannot be seen is no moment', async () => {
    await keep([], [liveOf(vpc('a'))]);
    await keep([], [], { isUnknown: kind => kind === 'VPC' });
    await keep([], [liveOf(vpc('a'))]);
    expect(await told()).toEqual(['cluster 1001']);
  });

  it('what leaves the fabric’s scope did not go away', async () => {
    await keep([], [liveOf(vpc('a'))]);
    await keep([], [liveOf(vpc('a'))], { resources: [] });
    expect(await told()).toEqual(['cluster 1001']);
  });

  it('keeps 50 moments of each side, and no content without a moment', async () => {
    for (let vlan = 1001; vlan <= 1060; vlan += 1) {
      await keep([desired(vpc('a'))], [liveOf(vpc('a', vlan))]);
    }
    const all = await told();
    expect(all).toHaveLength(51);
    expect(all[0]).toBe('cluster 1060');
    expect(all.at(-1)).toBe('git 1001');
    expect(await database('resource_contents')).toHaveLength(51);
  });

  it('a lost fence writes nothing, and what is known is read anew', async () => {
    await keep([], [liveOf(vpc('a'))]);
    const held = fence;
    fence = {
      assertHeld: async () => {
        throw new Error('lost');
      },
    };
    await expect(keep([], [liveOf(vpc('a', 1002))])).rejects.toThrow('lost');
    fence = held;
    await keep([], [liveOf(vpc('a', 1002))]);
    expect(await told()).toEqual(['cluster 1002', 'cluster 1001']);
  });

  it('pages, tells ages, and forgets what went away long ago', async () => {
    await keep([desired(vpc('a'))], [liveOf(vpc('a'))]);
    await keep([desired(vpc('a'))], [liveOf(vpc('a', 1002))]);
    const [{ id: newest }] = await store.page(
      'f',
      { kind: 'VPC', name: 'a' },
      { limit: 1 },
    );
    const rest = await store.page(
      'f',
      { kind: 'VPC', name: 'a' },
      { limit: 10, before: newest },
    );
    expect(rest).toHaveLength(2);
    expect(await store.ages('f', { kind: 'VPC', name: 'a' })).toEqual({
      git: { at: '2026-01-01T00:00:01.000Z' },
      cluster: { at: '2026-01-01T00:00:02.000Z' },
    });
    await keep([], []);
    await store.trim('f', new Date('2026-01-01T00:00:02Z'), fence);
    expect(await moments()).toHaveLength(5);
    await store.trim('f', new Date('2026-02-01T00:00:00Z'), fence);
    expect(await moments()).toEqual([]);
    expect(await database('resource_contents')).toEqual([]);
  });

  it('takes 2,500 first sights in slices', async () => {
    const git = Array.from({ length: 2_500 }, (_, index) =>
      desired(vpc(`v${index}`)),
    );
    await keep(git, []);
    await keep(git, []);
    const [{ total }] = await database('resource_moments').count({
      total: '*',
    });
    expect(Number(total)).toBe(2_500);
  });
});
