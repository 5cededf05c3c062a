import { providerOf } from './providerOf';
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
    expect(
      sourceLink(
        { url, provider: providerOf(url) },
        { sha, file: 'lab/a b.yaml', line: 7 },
      ),
    ).toBe(page);
  });

  it('links a commit', () => {
    expect(
      sourceLink(
        { url: 'https://github.com/t/f.git', provider: 'github' },
        { sha },
      ),
    ).toBe(`https://github.com/t/f/commit/${sha}`);
  });

  it.each(['http://127.0.0.1/git/f.git', 'https://git.example/f.git'])(
    'gives no link where the host is not known: %s',
    url => {
      const remote = { url, provider: providerOf(url) };
      expect(sourceLink(remote, { sha })).toBeUndefined();
    },
  );

  it('takes the word of whoever registered the remote, and links one over SSH', () => {
    const remote = {
      url: 'ssh://git@code.example:2222/team/f.git',
      provider: 'gitea' as const,
    };
    expect(sourceLink(remote, { sha })).toBe(
      `https://code.example/team/f/commit/${sha}`,
    );
  });
});
