import type { Diagnostic } from '@cnoc/hedgehog';
import { listDiagnostics } from './listDiagnostics';

const one = (rule: string, severity: Diagnostic['severity']): Diagnostic => ({
  rule,
  severity,
  message: rule,
});

describe('listDiagnostics', () => {
  const all = [one('a', 'info'), one('b', 'critical'), one('c', 'info')];

  it('puts the gravest first and keeps the order of equals', () => {
    expect(listDiagnostics(all, 9).map(({ rule }) => rule)).toEqual([
      'b',
      'a',
      'c',
    ]);
  });

  it('counts what it does not list', () => {
    const listed = listDiagnostics(all, 2, 30);
    expect(listed).toHaveLength(3);
    expect(listed[2].message).toBe('28 more are not listed.');
  });
});
