import { GitChange } from '../../git/GitEngine';

/** A change of some files on `main`, by the same person at the same time. */
export function changeOf(
  base: string,
  files: Record<string, string | null>,
  more: Partial<GitChange> = {},
): GitChange {
  return {
    branch: 'main',
    base,
    expected: base,
    files: Object.entries(files).map(([path, content]) => ({
      path,
      content: content === null ? null : Buffer.from(content),
    })),
    message: 'Widen the range\n\nBecause it was too narrow.',
    author: { name: 'Network Team', email: 'network-team@lab.invalid' },
    committer: { name: 'CNOC', email: 'cnoc@lab.invalid' },
    at: new Date('2026-11-22T03:00:00Z'),
    ...more,
  };
}
