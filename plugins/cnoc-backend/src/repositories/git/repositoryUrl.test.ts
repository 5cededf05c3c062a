import { assertBranch, isUnsafePath, repositoryPath } from './gitNames';
import { parseRepositoryUrl } from './repositoryUrl';

describe('parseRepositoryUrl', () => {
  it.each([
    'ext::sh -c touch% ./owned',
    'EXT::sh',
    'eXt::/bin/sh',
    'fd::17/foo',
    'transport::https://git.example/x.git',
  ])('G1: %s is refused before git starts', url => {
    expect(() => parseRepositoryUrl(url)).toThrow(
      /InputError|remote helper|space/,
    );
  });

  it.each(['-oProxyCommand=x', '--upload-pack=touch x', '-'])(
    'G2: an address that git could take for an option is refused: %s',
    url => {
      expect(() => parseRepositoryUrl(url)).toThrow(/option of git/);
    },
  );

  it.each([
    'file:///etc/passwd',
    'FILE:///srv/x.git',
    '/srv/x.git',
    '../x.git',
    'git://git.example/x.git',
    'C:x.git',
    'ftp://git.example/x.git',
  ])('G3: %s is refused', url => {
    expect(() => parseRepositoryUrl(url)).toThrow(/https:\/\/git\.example/);
  });

  it.each([
    ['ssh://git@git.example/x.git', 'ssh://git@git.example/x.git'],
    ['ssh://git.example:2222/x.git', 'ssh://git@git.example:2222/x.git'],
    ['git@git.example:team/x.git', 'ssh://git@git.example/team/x.git'],
    ['ssh://git@[2001:db8::1]/x.git', 'ssh://git@[2001:db8::1]/x.git'],
  ])('reads the ssh address %s', (text, url) => {
    expect(parseRepositoryUrl(text)).toEqual({ url });
  });

  it.each([
    'ssh://-oProxyCommand=touch%20x/x.git',
    'ssh://-oProxyCommand=x@git.example/x.git',
    '-oProxyCommand=x@git.example:x.git',
    'ssh://git@git.example/-x',
    'ssh://git@git.example/$(touch)',
    'ssh://git@git.example/`touch`',
    'ssh://git:password@git.example/x.git',
    'ssh://git@git%2eexample;id/x.git',
    'ssh://git@git.example',
  ])(
    'G2: what ssh could take for an option or a shell for a command is refused: %s',
    text => {
      expect(() => parseRepositoryUrl(text)).toThrow(
        expect.objectContaining({ name: 'InputError' }),
      );
    },
  );

  it('G4: credentials in the address are split off', () => {
    expect(
      parseRepositoryUrl('https://robot:s%40cret@git.example/x.git'),
    ).toEqual({
      url: 'https://git.example/x.git',
      username: 'robot',
      token: 's@cret',
    });
    expect(parseRepositoryUrl('https://s3cret@git.example/x.git')).toEqual({
      url: 'https://git.example/x.git',
      token: 's3cret',
    });
  });

  it('G4: a refusal does not repeat the address', () => {
    const refusal = () =>
      parseRepositoryUrl('ftp://robot:s3cret@git.example/x.git');
    expect(refusal).toThrow(expect.objectContaining({ name: 'InputError' }));
    expect(refusal).not.toThrow(/s3cret/);
  });

  it('reads odd spellings of an address as connections will', () => {
    expect(parseRepositoryUrl('http://2130706433/x.git').url).toBe(
      'http://127.0.0.1/x.git',
    );
  });
});

describe('names', () => {
  it.each([
    '--output=x',
    '-x',
    'a..b',
    'a b',
    'a~1',
    'x.lock',
    '/a',
    'a//b',
    '',
  ])('G2: %j is not a branch', branch => {
    expect(() => assertBranch(branch)).toThrow(/branch/);
  });

  it.each(['main', 'release/26.03', 'fix-1_a'])('%s is a branch', branch => {
    expect(() => assertBranch(branch)).not.toThrow();
  });

  it.each(['../x', 'a/../../b', 'a/.git/b', 'a\\b', 'a:b', 'a\nb'])(
    'G6: %j is not a path of a fabric',
    path => {
      expect(() => repositoryPath(path)).toThrow(/inside its repository/);
    },
  );

  it('puts a path into one form', () => {
    expect(repositoryPath('/fabrics//lab-clos/./')).toBe('fabrics/lab-clos');
    expect(repositoryPath('/')).toBe('');
  });

  it.each([
    'a/../b',
    '.git/config',
    '.GIT/config',
    'a\\..\\b',
    'git~1/config',
    '.git /x',
    '.g\u200cit/x',
  ])('G6: %j is an unsafe path', path => {
    expect(isUnsafePath(path)).toBe(true);
  });

  it('G6: honest names are safe', () => {
    expect(isUnsafePath('fabrics/.gitignore')).toBe(false);
    expect(isUnsafePath('digit/legit.yaml')).toBe(false);
  });
});
