import { openFindings } from '../__testUtils__/findings';
import { groupFindings } from './groupFindings';

describe('groupFindings', () => {
  it('puts the worst first and one hand edit of several resources in one cause', () => {
    const groups = groupFindings(openFindings);
    expect(groups.map(g => [g.severity, g.count])).toEqual([
      ['critical', 2],
      ['warning', 2],
      ['info', 2],
    ]);
    const [critical] = groups;
    expect(critical.causes).toHaveLength(1);
    expect(critical.causes[0]).toMatchObject({
      manager: 'kubectl-edit',
      at: '2026-11-21T01:58:12.000Z',
    });
  });

  it('separates edits of the same person at different times', () => {
    const [first, second] = openFindings;
    const later = {
      ...second,
      changedBy: { manager: 'kubectl-edit', at: '2026-11-21T03:00:00.000Z' },
    };
    expect(groupFindings([first, later])[0].causes.map(c => c.at)).toEqual([
      '2026-11-21T03:00:00.000Z',
      first.changedBy?.at,
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(groupFindings([])).toEqual([]);
  });
});
