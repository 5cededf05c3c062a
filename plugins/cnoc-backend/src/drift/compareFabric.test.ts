import {
  attachment,
  connection,
  desired,
  live,
  vpc,
} from '../__testUtils__/resources';
import { compareFabric } from './compareFabric';

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
});
