import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { openFindings } from '../__testUtils__/findings';
import { groupFindings } from './groupFindings';

const [vlan] = openFindings;

/** The same hand edit as `vlan`, of another resource. */
const edited = (
  name: string,
  change: { path?: string; at?: string; manager?: string } = {},
): Finding => {
  const { path = `spec.subnets.${name}.vlan`, ...by } = change;
  const changedBy = { ...vlan.changedBy!, ...by };
  return {
    ...vlan,
    id: name,
    name,
    changedBy,
    differences: [{ ...vlan.differences[0], path, changedBy }],
  };
};
const sizes = (findings: Finding[]) =>
  groupFindings(findings)[0].causes.map(cause => cause.findings.length);

describe('groupFindings', () => {
  it('puts the worst first, and counts', () => {
    expect(groupFindings(openFindings).map(g => [g.severity, g.count])).toEqual(
      [
        ['critical', 2],
        ['warning', 2],
        ['info', 2],
      ],
    );
  });

  it('one hand edit that hit five resources is one cause', () => {
    const findings = ['a', 'b', 'c', 'd', 'e'].map(name => edited(name));
    const [{ causes }] = groupFindings(findings);
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({
      changedBy: { manager: 'kubectl-edit' },
      patterns: ['spec.subnets.*.vlan'],
      at: '2026-11-21T01:58:12.000Z',
    });
    expect(causes[0].findings).toEqual(findings);
  });

  it.each([
    ['another minute', { at: '2026-11-21T03:00:00.000Z' }],
    ['another field manager', { manager: 'lens' }],
    ['another field', { path: 'spec.subnets.b.gateway' }],
  ])('%s is another cause', (_, change) => {
    expect(sizes([edited('a'), edited('b', change)])).toEqual([1, 1]);
  });

  it('fields that are less bad than the finding do not part it from the others', () => {
    expect(sizes([vlan, edited('vpc-9')])).toEqual([2]);
  });

  it('one deployment is one cause, however long it took', () => {
    const deployed = (name: string, at: string): Finding => ({
      ...edited(name, { at, manager: 'cnoc' }),
      changedBy: {
        manager: 'cnoc',
        at,
        by: 'user:default/ada',
        deployment: 'd-1',
      },
    });
    expect(
      sizes([
        deployed('a', '2026-11-21T01:58:12.000Z'),
        deployed('b', '2026-11-21T02:03:12.000Z'),
      ]),
    ).toEqual([2]);
  });

  it('what is only in git is one cause, whoever changed it last', () => {
    const committed = (name: string, manager: string): Finding => ({
      ...edited(name, { manager }),
      state: 'committed',
    });
    const [{ causes }] = groupFindings([
      committed('a', 'lens'),
      committed('b', 'kubectl'),
    ]);
    expect(causes).toHaveLength(1);
    expect(causes[0].changedBy).toBeUndefined();
  });

  it('newest cause first; nothing for nothing', () => {
    const later = edited('b', { at: '2026-11-21T03:00:00.000Z' });
    expect(
      groupFindings([vlan, later])[0].causes.map(c => c.findings[0].id),
    ).toEqual(['b', vlan.id]);
    expect(groupFindings([])).toEqual([]);
  });
});
