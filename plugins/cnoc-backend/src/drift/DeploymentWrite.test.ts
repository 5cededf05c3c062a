import {
  whoDeleted,
  withDeployment,
  type DeploymentWrite,
} from './DeploymentWrite';

const write = (
  at: string,
  more: Partial<DeploymentWrite> = {},
): DeploymentWrite => ({
  kind: 'VPC',
  name: 'a',
  action: 'update',
  at,
  by: 'user:default/nora',
  deployment: `at ${at}`,
  commit: 'abc',
  ...more,
});

describe('who changed it', () => {
  const writes = [
    write('2026-01-01T10:00:00Z'),
    write('2026-01-01T12:00:00Z'),
    write('2026-01-01T12:00:01Z', { action: 'delete' }),
  ];

  it('is the deployment nearest to what the API server recorded', () => {
    expect(
      withDeployment({ manager: 'cnoc', at: '2026-01-01T11:59:58Z' }, writes),
    ).toEqual({
      manager: 'cnoc',
      at: '2026-01-01T11:59:58Z',
      by: 'user:default/nora',
      deployment: 'at 2026-01-01T12:00:00Z',
      commit: 'abc',
    });
  });

  it('is nobody else’s deployment', () => {
    const holder = { manager: 'kubectl-edit', at: '2026-01-01T12:00:00Z' };
    expect(withDeployment(holder, writes)).toBe(holder);
  });

  it('is not guessed where no deployment is near', () => {
    const holder = { manager: 'cnoc', at: '2026-01-01T11:00:00Z' };
    expect(withDeployment(holder, writes)).toBe(holder);
  });

  it.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'T4: %s is shown, and joined with nothing',
    at => {
      expect(withDeployment({ manager: 'cnoc', at }, writes)).toEqual({
        manager: 'cnoc',
        at,
      });
    },
  );

  it('tells who made a resource go away, and does not guess', () => {
    expect(whoDeleted(writes, '2026-01-01T12:00:02Z')).toMatchObject({
      by: 'user:default/nora',
      deployment: 'at 2026-01-01T12:00:01Z',
    });
    expect(whoDeleted(writes, '2026-01-02T12:00:02Z')).toBeUndefined();
  });
});
