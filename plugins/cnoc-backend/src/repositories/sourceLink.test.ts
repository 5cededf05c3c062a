import { sourceLink } from './sourceLink';

const sha = 'a'.repeat(40);

describe('sourceLink', () => {
  it.each([
    [
      'https://github.com/team/fabrics.git',
      `https://github.com/team/fabrics/blob/${sha}/lab/a%20b.yaml#L7`,
    ],
    [
      'https://gitlab.fabric.example/group/sub/fabrics.git',
      `https://gitlab.fabric.example/group/sub/fabrics/-/blob/${sha}/lab/a%20b.yaml#L7`,
    ],
    [
      'https://gitea.fabric.example/team/fabrics',
      `https://gitea.fabric.example/team/fabrics/src/commit/${sha}/lab/a%20b.yaml#L7`,
    ],
    [
      'https://bitbucket.org/team/fabrics.git',
      `https://bitbucket.org/team/fabrics/src/${sha}/lab/a%20b.yaml#lines-7`,
    ],
  ])('knows the pages of %s', (url, page) => {
    expect(sourceLink(url, { sha, file: 'lab/a b.yaml', line: 7 })).toBe(page);
  });

  it('links a commit', () => {
    expect(sourceLink('https://github.com/t/f.git', { sha })).toBe(
      `https://github.com/t/f/commit/${sha}`,
    );
  });

  it('gives no link where the host is not known', () => {
    expect(sourceLink('http://127.0.0.1/git/f.git', { sha })).toBeUndefined();
    expect(sourceLink('https://git.example/f.git', { sha })).toBeUndefined();
  });
});
