import { figuresOf, isSteady, measure } from './measure';
import { report } from './report';

describe('measure', () => {
  it('interleaves the sides and leaves the warm-up out', async () => {
    const order: string[] = [];
    const side = (name: string) => ({ name, run: () => void order.push(name) });
    const figures = await measure([side('a'), side('b')], 2);
    expect(order.join('')).toBe('ababab');
    expect(figures).toHaveLength(2);
  });

  it('gives median, minimum and maximum, and tells a wide spread', () => {
    expect(figuresOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(isSteady({ median: 2, min: 1, max: 3 })).toBe(false);
    expect(isSteady({ median: 1.2, min: 1, max: 1.4 })).toBe(true);
  });
});

describe('report', () => {
  const steady = (median: number) => ({ median, min: median, max: median });
  const row = {
    id: 'B1',
    what: 'drift',
    ours: steady(1),
    atMost: 1 / 400,
    note: 'apples and pears',
  };

  it('tells whether the goal is met', () => {
    const fast = { name: 'kubectl', figures: steady(500) };
    const slow = { name: 'kubectl', figures: steady(100) };
    expect(report([{ ...row, baseline: fast }])).toContain(
      '1/500  ≤ 1/400  met',
    );
    expect(report([{ ...row, baseline: slow }])).toContain('not met');
  });

  it('says when a baseline is absent or a side not steady', () => {
    expect(
      report([
        { ...row, baseline: { name: 'kubectl', absent: 'not installed' } },
      ]),
    ).toContain('not installed');
    expect(
      report([
        {
          ...row,
          ours: { median: 1, min: 1, max: 2 },
          baseline: { name: 'raw', figures: steady(1) },
        },
      ]),
    ).toContain('not measured');
  });
});
