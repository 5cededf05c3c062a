import { countVerdicts, mergeVerdicts, type Verdict } from './mergeVerdicts';

const item = (name: string, line: number, rest: Partial<Verdict> = {}) => ({
  kind: 'VPC',
  name,
  line,
  verdict: 'create' as const,
  diagnostics: [],
  ...rest,
});

describe('mergeVerdicts', () => {
  it('gives lines of the whole file, also to diagnostics', () => {
    const merged = mergeVerdicts(
      [item('a', 1)],
      [
        item('b', 1, {
          verdict: 'invalid',
          diagnostics: [
            { rule: 'r', severity: 'critical', message: 'm', line: 4 },
          ],
        }),
      ],
      700,
    );
    expect(merged[1]).toMatchObject({
      line: 701,
      diagnostics: [{ line: 704 }],
    });
  });

  it('a resource that an earlier part has is named with both lines', () => {
    const merged = mergeVerdicts([item('a', 3)], [item('a', 5)], 100);
    expect(merged[1]).toMatchObject({
      verdict: 'invalid',
      line: 105,
      diagnostics: [{ rule: 'import.duplicate', line: 105 }],
    });
    expect(merged[1].diagnostics[0].message).toContain('line 3');
    expect(countVerdicts(merged)).toEqual({
      create: 1,
      update: 0,
      same: 0,
      invalid: 1,
    });
  });
});
