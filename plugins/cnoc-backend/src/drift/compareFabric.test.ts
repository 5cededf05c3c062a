import {
  attachment,
  connection,
  desired,
  live,
  vpc,
} from '../__testUtils__/resources';
import { compareFabric, inScope } from './compareFabric';
import { IgnoreRules } from './ignore/IgnoreRules';

const compare = (
  input: Partial<Parameters<typeof compareFabric>[0]>,
): Record<string, string> =>
  Object.fromEntries(
    compareFabric({
      desired: [],
      live: [],
      unknown: new Set(),
      managedKinds: new Set(['VPC', 'VPCAttachment']),
      lagging: new Set(),
      ...input,
    }).verdicts.map(verdict => [
      `${verdict.kind}/${verdict.name}`,
      verdict.state,
    ]),
  );

describe('compareFabric', () => {
  it.each([
    ['synced', { desired: [desired(vpc('a'))], live: [live(vpc('a'))] }],
    ['drifted', { desired: [desired(vpc('a'))], live: [live(vpc('a', 1002))] }],
    ['committed', { desired: [desired(vpc('a'))] }],
    ['orphaned', { live: [live(vpc('a'))] }],
    [
      'pending',
      {
        desired: [desired(vpc('a'))],
        live: [live(vpc('a'))],
        lagging: new Set(['VPC/a']),
      },
    ],
  ])('%s', (state, input) => {
    expect(compare(input)).toEqual({ 'VPC/a': state });
  });

  it('K2: what cannot be listed is unknown, never missing or orphaned', () => {
    expect(
      compare({
        desired: [desired(vpc('a')), desired(attachment('a'))],
        live: [live(vpc('old'))],
        unknown: new Set(['VPC']),
      }),
    ).toEqual({
      'VPC/a': 'unknown',
      'VPC/old': 'unknown',
      'VPCAttachment/a--server': 'committed',
    });
    expect(
      compare({
        desired: [desired(vpc('a'))],
        live: [live(vpc('a', 1002))],
        unknown: 'all',
      }),
    ).toEqual({ 'VPC/a': 'unknown' });
  });

  it('C12: of a kind that the cluster does not have, what git has is unknown and says why, and nothing else is there', () => {
    const { verdicts, drifts } = compareFabric({
      desired: [desired(vpc('a'))],
      live: [live(vpc('old'))],
      unknown: new Set(['VPC']),
      notServed: new Map([['VPC', 'The cluster does not serve VPC.']]),
      managedKinds: new Set(['VPC']),
      lagging: new Set(),
    });
    expect(verdicts).toMatchObject([
      {
        name: 'a',
        state: 'unknown',
        reason: 'The cluster does not serve VPC.',
      },
    ]);
    expect(drifts.size).toBe(0);
  });

  it('what git does not manage the kind of is out of scope', () => {
    expect(
      compare({
        live: [live(connection()), live(vpc('a'))],
        managedKinds: new Set(['VPC']),
      }),
    ).toEqual({ 'VPC/a': 'orphaned' });
  });

  it('tells facts, severity, rule, source, and the references that the fabric knows', () => {
    const { verdicts, drifts } = compareFabric({
      desired: [desired(attachment('a')), desired(vpc('a'))],
      live: [],
      unknown: new Set(),
      managedKinds: new Set(['VPC', 'VPCAttachment']),
      lagging: new Set(),
      commit: 'abc',
    });
    expect(verdicts[0]).toMatchObject({
      severity: expect.any(String),
      reason: expect.any(String),
      rule: expect.any(String),
      file: 'VPCAttachment.yaml',
      line: 1,
      commit: 'abc',
      dependsOn: [{ kind: 'VPC', name: 'a' }],
    });
    expect([...drifts.keys()]).toEqual(['VPCAttachment/a--server', 'VPC/a']);
  });

  it('follows the cluster while git stays the same', () => {
    const inGit = [desired(attachment('a'))];
    const dependsOn = (input: Partial<Parameters<typeof compareFabric>[0]>) =>
      compareFabric({
        desired: inGit,
        live: [],
        unknown: new Set(),
        managedKinds: new Set(['VPC', 'VPCAttachment']),
        lagging: new Set(),
        ...input,
      }).verdicts[0].dependsOn;
    const orphan = { kind: 'VPC', name: 'a' };
    expect(dependsOn({})).toEqual([]);
    expect(dependsOn({ live: [live(vpc('a'))] })).toEqual([orphan]);
    expect(dependsOn({ live: [live(vpc('b'))] })).toEqual([]);
    expect(
      dependsOn({
        live: [live(vpc('a'))],
        managedKinds: new Set(['VPCAttachment']),
      }),
    ).toEqual([]);
    expect(dependsOn({ desired: [...inGit, desired(vpc('a'))] })).toEqual([
      orphan,
    ]);
  });

  it('C18: what is being deleted is never in sync, however equal', () => {
    const { verdicts, drifts } = compareFabric({
      desired: [desired(vpc('a'))],
      live: [
        live(vpc('a'), { deleting: true }),
        live(vpc('old'), { deleting: true }),
      ],
      unknown: new Set(),
      managedKinds: new Set(['VPC']),
      lagging: new Set(),
    });
    expect(verdicts).toEqual([
      expect.objectContaining({
        name: 'a',
        state: 'drifted',
        rule: 'drift.deleting',
        severity: 'critical',
        reason: expect.stringContaining('is being deleted'),
      }),
      expect.objectContaining({
        name: 'old',
        state: 'orphaned',
        rule: 'drift.deleting',
        severity: 'info',
      }),
    ]);
    expect([...drifts.keys()]).toEqual(['VPC/a', 'VPC/old']);
  });

  it.each([
    [undefined, ['VPC/a', 'VPC/b']],
    [{ orphans: 'managed' }, ['VPC/a', 'VPC/b']],
    [{ orphans: 'none' }, []],
    [{ orphans: 'listed', kinds: ['Connection'] }, ['Connection/server--leaf']],
    [{ orphans: 'listed' }, []],
    [{ labels: { team: 'net' } }, ['VPC/b']],
    [{ labels: { team: 'net', constructor: 'x' } }, []],
  ] as const)(
    'scope %j calls %j orphaned, and prunes the same',
    (scope, keys) => {
      const labelled = vpc('b');
      labelled.metadata.labels = { team: 'net' };
      const input = {
        live: [live(vpc('a')), live(labelled), live(connection())],
        managedKinds: new Set(['VPC']),
        scope: scope as Parameters<typeof compareFabric>[0]['scope'],
      };
      expect(Object.keys(compare(input)).sort()).toEqual([...keys]);
      expect(
        inScope(input.live, [], input.managedKinds, input.scope)
          .map(one => `${one.kind}/${one.name}`)
          .sort(),
      ).toEqual([...keys]);
    },
  );

  describe('ignore rules', () => {
    const held = live(vpc('a', 1002), {
      managers: [
        {
          manager: 'kubectl-edit',
          operation: 'Update',
          fields: JSON.stringify({
            'f:spec': {
              'f:subnets': { 'f:default': { 'f:vlan': {} } },
            },
          }),
        },
      ],
    });
    const judged = (rule: object, inCluster = held) =>
      compareFabric({
        desired: [desired(vpc('a'))],
        live: [inCluster],
        unknown: new Set(),
        managedKinds: new Set(['VPC']),
        lagging: new Set(),
        ignore: IgnoreRules.of([
          { id: 'r', path: 'spec.subnets.*.vlan', ...rule },
        ]),
      });

    it.each([
      [{}, 'synced'],
      [{ kind: 'VPC', name: 'a', manager: 'kubectl-edit' }, 'synced'],
      [{ kind: 'Switch' }, 'drifted'],
      [{ name: 'b' }, 'drifted'],
      [{ manager: 'cnoc' }, 'drifted'],
      [{ path: 'spec.subnets.*.gateway' }, 'drifted'],
      [{ path: 'not a [path' }, 'drifted'],
    ])('%j: %s', (rule, state) => {
      const { verdicts, drifts, hidden } = judged(rule);
      expect(verdicts[0].state).toBe(state);
      expect(drifts.size).toBe(state === 'synced' ? 0 : 1);
      expect(hidden.size).toBe(state === 'synced' ? 1 : 0);
    });

    it('count what they hide by severity', () => {
      const [counts] = judged({}).hidden.values();
      expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(1);
    });

    it('leave the other differences, with the severity that those have', () => {
      const both = vpc('a', 1002);
      both.metadata.labels = { team: 'net' };
      const { verdicts, drifts } = judged({}, live(both));
      expect(drifts.get('VPC/a')?.differences.map(one => one.path)).toEqual([
        'metadata.labels.team',
      ]);
      expect(verdicts[0].severity).toBe(
        drifts.get('VPC/a')?.differences[0].severity,
      );
    });

    it('hide no resource that is missing or too many', () => {
      expect(
        compare({
          desired: [desired(vpc('a'))],
          live: [live(vpc('old'))],
          ignore: IgnoreRules.of([{ id: 'r', path: '**' }]),
        }),
      ).toEqual({ 'VPC/a': 'committed', 'VPC/old': 'orphaned' });
    });

    it('C17: 200 hostile rules on 1,000 differences end, and hide nothing they do not name', () => {
      const drift = {
        state: 'drifted' as const,
        severity: 'critical' as const,
        differences: Array.from({ length: 1_000 }, (_, index) => ({
          path: `spec.a.a.a.a.a.a.a.a.a.a.a.a.a.a.f${index}`,
          severity: 'critical' as const,
          reason: 'x',
          rule: 'x',
        })),
      };
      const rules = IgnoreRules.of(
        Array.from({ length: 200 }, (_, index) => ({
          id: `r${index}`,
          path: `${'**.a.'.repeat(30)}b${index}.*`.slice(0, 500),
        })),
      );
      const { drift: left, ignored } = rules.apply(drift, held);
      expect(left.state).toBe('drifted');
      expect(ignored).toEqual([]);
    });
  });
});
