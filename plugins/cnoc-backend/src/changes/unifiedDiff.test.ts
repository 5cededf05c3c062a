import { unifiedDiff } from './unifiedDiff';

describe('unifiedDiff', () => {
  it('is what diff -u shows', () => {
    expect(
      unifiedDiff({ path: 'x/a.yaml', before: 'a\nb\n', after: 'a\nc\n' }),
    ).toBe('--- a/x/a.yaml\n+++ b/x/a.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n');
    expect(unifiedDiff({ path: 'a.yaml', after: 'a\n' })).toBe(
      '--- /dev/null\n+++ b/a.yaml\n@@ -0,0 +1,1 @@\n+a\n',
    );
    expect(unifiedDiff({ path: 'a.yaml', before: 'a\n' })).toContain(
      '+++ /dev/null',
    );
  });

  it('is one change where too much differs', () => {
    const lines = (word: string) =>
      Array.from({ length: 2_000 }, (_, i) => `${word} ${i}\n`).join('');
    const diff = unifiedDiff({
      path: 'a',
      before: `1\n2\n3\n4\n${lines('x')}end\n`,
      after: `1\n2\n3\n4\n${lines('y')}end\n`,
    });
    expect(diff).toMatch(
      /^--- a\/a\n\+\+\+ b\/a\n@@ -2,2004 \+2,2004 @@\n 2\n 3\n 4\n-x 0\n/,
    );
    expect(diff).toMatch(/\+y 1999\n end\n$/);
  });

  it('is bounded', () => {
    const text = 'a line of a file that is long\n'.repeat(100_000);
    const diff = unifiedDiff({ path: 'a', after: text });
    expect(diff.length).toBeLessThan(101_000);
    expect(diff).toMatch(/… cut here\n$/);
  });
});
