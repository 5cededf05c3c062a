import type { Change } from './Change';

export type Row = [kind: string, what: string, path: string, to: Change['to']];

/** Changes that are all as grave. */
export function rowsOf(
  table: readonly Row[],
  expected: Change['expected'],
  options: Pick<Change, 'isJudgedByEffect'> = {},
): Change[] {
  return table.map(([kind, what, path, to]) => ({
    kind,
    what,
    path,
    to,
    expected,
    ...options,
  }));
}
