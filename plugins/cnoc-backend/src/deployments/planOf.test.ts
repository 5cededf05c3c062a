import {
  attachment,
  connection,
  desired,
  live,
  vpc,
} from '../__testUtils__/resources';
import { planOf } from './planOf';

const managed = new Set(['VPC', 'VPCAttachment', 'Connection']);
const plan = (input: Partial<Parameters<typeof planOf>[0]>) =>
  planOf({
    desired: [],
    live: [],
    run: { state: 'synced', commit: { sha: 'abc', message: 'm' } },
    unknown: new Set(),
    managedKinds: managed,
    prune: false,
    ...input,
  });
const lines = (input: Partial<Parameters<typeof planOf>[0]>) =>
  plan(input).lines.map(
    line => `${line.wave} ${line.action} ${line.kind}/${line.name}`,
  );
const rules = (input: Partial<Parameters<typeof planOf>[0]>) =>
  plan(input).blockers.map(blocker => blocker.rule);

describe('planOf', () => {
  it('creates and updates in the order of references', () => {
    expect(
      lines({
        desired: [attachment('a'), vpc('a'), connection()].map(desired),
        live: [live(vpc('a', 1002))],
      }),
    ).toEqual([
      '1 update VPC/a',
      '2 create Connection/server--leaf',
      '3 create VPCAttachment/a--server',
    ]);
  });

  it('is empty when nothing differs', () => {
    expect(
      plan({ desired: [desired(vpc('a'))], live: [live(vpc('a'))] }),
    ).toEqual({ lines: [], blockers: [], notPruned: [] });
  });

  it('never prunes by itself, and says what stays', () => {
    const { lines: none, notPruned } = plan({
      desired: [desired(vpc('a'))],
      live: [live(vpc('a')), live(vpc('old'))],
    });
    expect(none).toEqual([]);
    expect(notPruned).toEqual([{ kind: 'VPC', name: 'old' }]);
  });

  it.each([
    [{ orphans: 'none' }, []],
    [{ labels: { team: 'net' } }, []],
    [{ orphans: 'listed', kinds: ['VPC'] }, ['1 delete VPC/old']],
    [{ orphans: 'managed' }, ['1 delete VPC/old']],
  ] as const)('prunes no more than the scope %j covers', (scope, expected) => {
    const input = {
      desired: [desired(vpc('a'))],
      live: [live(vpc('a')), live(vpc('old'))],
      scope: scope as Parameters<typeof planOf>[0]['scope'],
    };
    expect(lines({ ...input, prune: true })).toEqual(expected);
    expect(plan(input).notPruned).toHaveLength(expected.length);
  });

  it('prunes in reverse order, after the updates', () => {
    expect(
      lines({
        desired: [desired(vpc('a')), desired(connection())],
        live: [
          live(vpc('a', 1002)),
          live(vpc('old')),
          live(attachment('old')),
          live(connection()),
        ],
        prune: true,
      }),
    ).toEqual([
      '1 update VPC/a',
      '2 delete VPCAttachment/old--server',
      '3 delete VPC/old',
    ]);
  });

  it('G13: prune with an empty desired state is refused', () => {
    expect(rules({ live: [live(vpc('a'))], prune: true })).toContain(
      'plan.emptyDesired',
    );
  });

  it('Y13: a commit that could not be read blocks', () => {
    expect(
      rules({
        run: { state: 'failed', commit: { sha: 'abc', message: 'm' } },
        desired: [desired(vpc('a'))],
      }),
    ).toEqual(['plan.failedSync']);
    expect(rules({ run: { state: 'never' } })).toEqual(['plan.neverSynced']);
  });

  it('K2: a kind that cannot be listed blocks, and is neither created nor pruned', () => {
    const input = {
      desired: [desired(vpc('a')), desired(connection())],
      live: [live(vpc('old'))],
      unknown: new Set(['VPC']),
      prune: true,
    };
    expect(rules(input)).toEqual(['plan.unknownKind']);
    expect(lines(input)).toEqual(['1 create Connection/server--leaf']);
  });

  it('K2: a kind that cannot be listed does not stand in the way of others', () => {
    expect(
      rules({
        desired: [desired(vpc('a')), desired(connection())],
        unknown: new Set(['VPC']),
        resources: [{ kind: 'Connection', name: 'server--leaf' }],
      }),
    ).toEqual([]);
  });

  it('C12: a kind that the cluster does not have blocks a plan that wants some of it, and no other', () => {
    const absent = {
      unknown: new Set(['VPC']),
      notServed: new Map([['VPC', 'The cluster does not serve VPC.']]),
    };
    const wanting = plan({ ...absent, desired: [desired(vpc('a'))] });
    expect(wanting.lines).toEqual([]);
    expect(wanting.blockers).toMatchObject([
      { rule: 'plan.unknownKind', message: 'The cluster does not serve VPC.' },
    ]);
    expect(
      rules({ ...absent, desired: [desired(connection())], prune: true }),
    ).toEqual([]);
  });

  it('a cluster that cannot be read blocks', () => {
    expect(rules({ desired: [desired(vpc('a'))], unknown: 'all' })).toEqual([
      'plan.staleCluster',
    ]);
  });

  it('a delete that something still refers to is refused, naming it', () => {
    const { blockers } = plan({
      desired: [desired(attachment('old')), desired(connection())],
      live: [live(vpc('old')), live(attachment('old')), live(connection())],
      prune: true,
    });
    expect(blockers).toEqual([
      expect.objectContaining({
        rule: 'plan.referenced',
        kind: 'VPC',
        name: 'old',
        message: expect.stringContaining("VPCAttachment 'old--server'"),
      }),
    ]);
  });

  it('an object that is being deleted is not written to', () => {
    expect(
      rules({
        desired: [desired(vpc('a'))],
        live: [live(vpc('a', 1002), { deleting: true })],
      }),
    ).toEqual(['plan.beingDeleted']);
  });

  it('takes only the resources that were asked for', () => {
    expect(
      lines({
        desired: [desired(vpc('a')), desired(vpc('b'))],
        resources: [{ kind: 'VPC', name: 'b' }],
      }),
    ).toEqual(['1 create VPC/b']);
  });

  it('remembers what git and the cluster had', () => {
    const before = live(vpc('a', 1002));
    const [line] = plan({
      desired: [desired(vpc('a'))],
      live: [before],
    }).lines;
    expect(line).toMatchObject({
      desiredHash: desired(vpc('a')).hash,
      live: { uid: before.uid, hash: before.hash },
      differences: [expect.objectContaining({ desired: 1001, live: 1002 })],
    });
  });
});
