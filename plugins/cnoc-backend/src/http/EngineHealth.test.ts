import type { FabricRecord } from '../fabrics/FabricStore';
import { EngineHealth } from './EngineHealth';

const now = new Date('2026-01-01T12:00:00Z');

function fabric(
  name: string,
  state: 'connected' | 'disconnected' | 'degraded' | 'unknown',
  more: Partial<FabricRecord> = {},
): FabricRecord {
  return {
    definition: {
      name,
      repository: 'r',
      path: '',
      cluster: `cluster-of-${name}`,
      namespace: 'default',
    },
    origin: 'config',
    revision: 1,
    driftState: 'inSync',
    checkedAt: now.toISOString(),
    managedKinds: [],
    observation: { connection: { state, unknownKinds: [] }, switches: [] },
    told: {},
    ...more,
  };
}

function healthOf(options: {
  fabrics?: FabricRecord[];
  git?: 'reachable' | 'unreachable' | 'unknown';
  held?: string[];
  database?: () => Promise<unknown>;
}) {
  const fabrics = options.fabrics ?? [fabric('a', 'connected')];
  return EngineHealth.create({
    database: { raw: options.database ?? (async () => []) } as never,
    fabrics: { list: async () => fabrics },
    repositories: {
      list: async () =>
        [
          {
            definition: { name: 'r' },
            health: {
              state: options.git ?? 'reachable',
              message: 'https://git.internal refused',
            },
          },
          {
            definition: { name: 'unused' },
            health: { state: 'unreachable' },
          },
        ] as never,
    },
    leases: {
      held: async () =>
        options.held ?? fabrics.map(one => `cluster/${one.definition.cluster}`),
    },
    now: () => now,
  }).check();
}

const states = (health: Awaited<ReturnType<typeof healthOf>>) => [
  health.state,
  ...health.checks.map(({ check, state }) => `${check} ${state}`),
];
const fine = ['database ok', 'git ok', 'clusters ok', 'reconciler ok'];

describe('H23: health', () => {
  it('is ok when all parts are', async () => {
    expect(states(await healthOf({}))).toEqual(['ok', ...fine]);
    expect(states(await healthOf({ fabrics: [] }))).toEqual(['ok', ...fine]);
  });

  it.each([
    ['one cluster away', 'disconnected', 'clusters degraded'],
    ['one cluster read in part', 'degraded', 'clusters degraded'],
    ['one cluster not asked yet', 'unknown', 'clusters unknown'],
  ] as const)('%s', async (_, state, said) => {
    const health = await healthOf({
      fabrics: [fabric('a', 'connected'), fabric('b', state)],
    });
    expect(states(health)).toEqual([
      'degraded',
      ...fine.map(one => (one.startsWith('clusters') ? said : one)),
    ]);
  });

  it('all clusters and git away: said of them, and CNOC itself goes on', async () => {
    const health = await healthOf({
      fabrics: [fabric('a', 'disconnected'), fabric('b', 'disconnected')],
      git: 'unreachable',
    });
    expect(states(health)).toEqual([
      'degraded',
      'database ok',
      'git failing',
      'clusters failing',
      'reconciler ok',
    ]);
    expect(JSON.stringify(health)).not.toMatch(/internal|cluster-of|'a'/);
  });

  it('a cluster that no replica works on, and a comparison that is late, are the reconciler’s', async () => {
    expect(states(await healthOf({ held: [] }))).toContain(
      'reconciler degraded',
    );
    const late = fabric('a', 'connected', {
      checkedAt: '2026-01-01T11:50:00Z',
    });
    expect(states(await healthOf({ fabrics: [late] }))).toContain(
      'reconciler degraded',
    );
  });

  it.each([
    [
      'refuses',
      async () => {
        throw new Error('connect ECONNREFUSED 10.0.0.1');
      },
    ],
    ['does not answer in time', () => new Promise(() => {})],
  ])(
    'a database that %s is 503, and named without its address',
    async (_, database) => {
      jest.useFakeTimers();
      const health = healthOf({ database });
      const outcome = health.catch(error => error);
      await jest.advanceTimersByTimeAsync(3_000);
      expect(await outcome).toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.not.stringContaining('10.0.0.1'),
      });
      jest.useRealTimers();
    },
  );
});
