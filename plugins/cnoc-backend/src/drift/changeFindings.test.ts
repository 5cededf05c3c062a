import { changeFindings, reviveFlapped } from './changeFindings';
import { findingActivity } from './findingActivity';
import type { FindingContent, OpenFinding } from './FindingStore';
import { hashOfFinding, identityOf } from './identityOf';

const finding = (more: Partial<FindingContent> = {}): FindingContent => ({
  kind: 'VPC',
  name: 'a',
  type: 'drift',
  rule: 'vpc.vlan',
  severity: 'critical',
  reason: 'VLAN differs',
  differences: [],
  ...more,
});
const open = (
  content: FindingContent,
  more: Partial<OpenFinding> = {},
): OpenFinding => ({
  ...content,
  id: `id-${content.name}`,
  identity: identityOf(content),
  hash: hashOfFinding(content),
  status: 'open',
  etag: 'etag',
  ended: false,
  ...more,
});
const never = () => false;
const nothing = {
  opened: [],
  revived: [],
  changed: [],
  reopened: [],
  resolved: [],
};

describe('changeFindings', () => {
  it('opens what is new', () => {
    const { opened } = changeFindings([], [finding()], never);
    expect(opened.map(one => one.content.name)).toEqual(['a']);
  });

  it('says nothing of what is as it was, also after another commit', () => {
    expect(
      changeFindings(
        [open(finding({ commit: 'one' }))],
        [finding({ commit: 'two' })],
        never,
      ),
    ).toEqual(nothing);
  });

  it('keeps the identity of a drift whose content changes', () => {
    const changes = changeFindings(
      [open(finding())],
      [finding({ severity: 'info', rule: 'vpc.other' })],
      never,
    );
    expect(changes.changed.map(one => one.id)).toEqual(['id-a']);
    expect(changes.opened).toEqual([]);
    expect(changes.resolved).toEqual([]);
  });

  it('resolves what is gone', () => {
    const { resolved } = changeFindings([open(finding())], [], never);
    expect(resolved.map(one => one.id)).toEqual(['id-a']);
  });

  it('neither opens nor resolves what cannot be seen', () => {
    expect(
      changeFindings([open(finding())], [finding({ name: 'b' })], () => true),
    ).toEqual(nothing);
  });

  it('two validation errors of one resource are two findings', () => {
    const { opened } = changeFindings(
      [],
      [
        finding({ type: 'validation', rule: 'x' }),
        finding({ type: 'validation', rule: 'y' }),
      ],
      never,
    );
    expect(opened).toHaveLength(2);
  });
});

describe('the life of a finding in a check', () => {
  it.each(['acknowledged', 'suppressed'] as const)(
    'leaves one that is %s as it is while the fact lasts',
    status => {
      expect(
        changeFindings([open(finding(), { status })], [finding()], never),
      ).toEqual(nothing);
    },
  );

  it.each(['acknowledged', 'suppressed'] as const)(
    'resolves one that is %s when the fact is gone',
    status => {
      const { resolved, reopened } = changeFindings(
        [open(finding(), { status, ended: true })],
        [],
        never,
      );
      expect(resolved).toHaveLength(1);
      expect(reopened).toEqual([]);
    },
  );

  it.each([
    ['info', 'critical', ['graver']],
    ['warning', 'critical', ['graver']],
    ['critical', 'info', []],
    ['warning', 'warning', []],
  ] as const)(
    'a decision on %s that becomes %s: %j',
    (before, after, causes) => {
      const { reopened } = changeFindings(
        [open(finding({ severity: before }), { status: 'acknowledged' })],
        [finding({ severity: after, reason: 'Now' })],
        never,
      );
      expect(reopened.map(one => one.cause)).toEqual(causes);
    },
  );

  it('opens again what was suppressed until now', () => {
    const { reopened } = changeFindings(
      [open(finding(), { status: 'suppressed', ended: true })],
      [finding()],
      never,
    );
    expect(reopened).toEqual([
      expect.objectContaining({ id: 'id-a', cause: 'ended' }),
    ]);
  });

  it('ends a suppression also of what cannot be seen now', () => {
    const { reopened, resolved } = changeFindings(
      [open(finding(), { status: 'suppressed', ended: true })],
      [],
      () => true,
    );
    expect(reopened).toHaveLength(1);
    expect(resolved).toEqual([]);
  });

  it.each([
    ['open', false, 'critical', 'open'],
    ['acknowledged', false, 'critical', 'acknowledged'],
    ['suppressed', false, 'critical', 'suppressed'],
    ['suppressed', true, 'critical', 'open'],
    ['acknowledged', false, 'info', 'open'],
  ] as const)(
    'goes on with one that flaps: %s, ended %s, before %s: %s',
    (status, ended, severity, expected) => {
      const content = finding();
      const changes = reviveFlapped(changeFindings([], [content], never), [
        { ...open(finding({ severity })), status, ended },
      ]);
      expect(changes.opened).toEqual([]);
      expect(changes.revived).toEqual([
        expect.objectContaining({ id: 'id-a', status: expected }),
      ]);
    },
  );

  it('troubles of one switch are several findings; its silence is one', () => {
    const agent = (rule: string) =>
      finding({ type: 'agent', kind: 'Switch', rule });
    const identities = [
      'agent.silent',
      'agent.linkDown',
      'agent.rebootNeeded',
    ].map(rule => identityOf(agent(rule)));
    expect(new Set(identities).size).toBe(3);
  });
});

describe('findingActivity', () => {
  const wave = (size: number) =>
    changeFindings(
      [],
      Array.from({ length: size }, (_, index) =>
        finding({
          name: `v${index}`,
          severity: index === size - 1 ? 'critical' : 'info',
        }),
      ),
      never,
    );

  it('tells up to 20 findings one by one', () => {
    expect(findingActivity(wave(20))).toHaveLength(20);
  });

  it('sums a wave up after the 20 worst', () => {
    const lines = findingActivity(wave(500));
    expect(lines).toHaveLength(21);
    expect(lines[0].severity).toBe('critical');
    expect(lines[20].message).toBe('480 more findings opened');
  });
});
