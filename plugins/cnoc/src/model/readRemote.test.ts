import { guessProvider } from './providers';
import { readRemote } from './readRemote';

describe('readRemote', () => {
  it.each([
    [
      'https://github.com/example/fabrics.git',
      'https',
      'github.com',
      'fabrics',
    ],
    [
      'ssh://git@git.example.com:2222/dc/West Hall',
      'ssh',
      'git.example.com',
      'west-20hall',
    ],
    ['git@gitlab.com:network/fabrics.git', 'ssh', 'gitlab.com', 'fabrics'],
    ['http://10.0.0.1/_Lab_/', 'http', '10.0.0.1', 'lab'],
  ])('reads %s', (text, scheme, host, suggestedName) => {
    expect(readRemote(` ${text} `)).toMatchObject({
      scheme,
      host,
      suggestedName,
      hasCredential: false,
      address: text,
    });
  });

  it.each([
    'https://me:t0ken@git.example.com/a.git',
    'https://t0ken@git.example.com/a.git',
    'ssh://git:t0ken@git.example.com/a.git',
  ])(
    'G4: finds the credential in %s and leaves it out of the address',
    text => {
      const remote = readRemote(text);
      expect(remote).toMatchObject({ hasCredential: true });
      expect(JSON.stringify(remote)).not.toContain('t0ken');
    },
  );

  it.each([
    ['', /Give the address/],
    ['fabrics', /Not an address/],
    ['ext::sh -c id', /not ext/],
    ['ext::sh', /not ext/],
    ['file:///etc/passwd', /not file/],
    ['git://example.com/a', /not git/],
    ['/srv/git/a.git', /Not an address/],
    ['--upload-pack=x', /Not an address/],
  ])('G1, G3: %p is no address', (text, problem) => {
    expect(readRemote(text)).toEqual({
      problem: expect.stringMatching(problem),
    });
  });
});

describe('guessProvider', () => {
  it.each([
    ['github.com', 'github'],
    ['github.example.com', 'github'],
    ['gitlab.example.com', 'gitlab'],
    ['bitbucket.org', 'bitbucket'],
    ['ssh.dev.azure.com', 'azure'],
    ['acme.visualstudio.com', 'azure'],
    ['codeberg.org', 'gitea'],
    ['notgithub.com', 'git'],
    ['git.example.com', 'git'],
  ])('%s is %s', (host, provider) => {
    expect(guessProvider(host)).toBe(provider);
  });
});
