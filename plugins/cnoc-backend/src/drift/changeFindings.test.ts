import { changeFindings } from './changeFindings';
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
const open = (content: FindingContent): OpenFinding => ({
  ...content,
  id: `id-${content.name}`,
  identity: identityOf(content),
  hash: hashOfFinding(content),
});
const never = () => false;

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
    ).toEqual({ opened: [], changed: [], resolved: [] });
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
    ).toEqual({ opened: [], changed: [], resolved: [] });
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
