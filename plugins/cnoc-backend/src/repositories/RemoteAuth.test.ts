import { ConfigReader } from '@backstage/config';
import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';
import { providerOf } from './providerOf';
import { RemoteAuth } from './RemoteAuth';
import type { RepositoryDefinition } from './RepositoryDefinition';

const auth = RemoteAuth.fromConfig({
  config: new ConfigReader({
    integrations: {
      github: [
        { host: 'github.com', token: 'gh' },
        {
          host: 'ghe.example',
          token: 'ghe',
          apiBaseUrl: 'https://ghe.example/api/v3',
        },
      ],
      gitlab: [
        {
          host: 'gitlab.example',
          token: 'gl',
          apiBaseUrl: 'https://gitlab.example/api/v4',
        },
      ],
      gitea: [{ host: 'gitea.example', username: 'robot', password: 'gt' }],
      bitbucketServer: [
        {
          host: 'bitbucket.example',
          token: 'bb',
          apiBaseUrl: 'https://bitbucket.example/rest/api/1.0',
        },
      ],
      bitbucketCloud: [{ username: 'robot', appPassword: 'bc' }],
      azure: [
        {
          host: 'dev.azure.com',
          credentials: [{ personalAccessToken: 'az' }],
        },
      ],
    },
  }),
  credentials: {
    open: async name => ({ type: 'token', secret: `stored ${name}` }),
  },
  secretsOf: () => ({ token: 'configured' }),
});

const definition = (
  url: string,
  more: Partial<RepositoryDefinition> = {},
): RepositoryDefinition => ({
  name: 'r',
  url,
  branch: 'main',
  provider: providerOf(url),
  origin: 'api',
  skipTLSVerify: false,
  requireSignedCommits: false,
  etag: 'e',
  ...more,
});
const read = { action: 'read' as const };

describe('RemoteAuth', () => {
  it.each([
    ['https://github.com/team/f.git', 'x-access-token', 'gh'],
    ['https://ghe.example/team/f.git', 'x-access-token', 'ghe'],
    ['https://gitlab.example/team/f.git', 'oauth2', 'gl'],
    ['https://gitea.example/team/f.git', 'robot', 'gt'],
    ['https://bitbucket.example/scm/team/f.git', 'x-token-auth', 'bb'],
    ['https://bitbucket.org/team/f.git', 'robot', 'bc'],
    ['https://dev.azure.com/org/project/_git/f', 'cnoc', 'az'],
  ])(
    'signs in at %s with the portal’s own integration',
    async (url, username, secret) => {
      expect(auth.accessOf(definition(url))).toBe('integration');
      await expect(auth.of(definition(url), read)).resolves.toEqual({
        type: 'basic',
        username,
        secret,
      });
    },
  );

  it.each([
    'https://git.example/f.git',
    'https://github.com.thief.example/f.git',
    'http://github.com/f.git',
    'ssh://git@github.com/team/f.git',
  ])('sends no integration’s token to %s', async url => {
    expect(auth.accessOf(definition(url))).toBe('none');
    await expect(auth.of(definition(url), read)).resolves.toBeUndefined();
  });

  it.each<[Provider, string]>([
    ['github', 'x-access-token'],
    ['gitlab', 'oauth2'],
    ['bitbucket', 'x-token-auth'],
  ])(
    'a credential comes before, with the name that %s wants',
    async (provider, username) => {
      const repository = definition('https://github.com/team/f.git', {
        provider,
        credential: 'c',
      });
      expect(auth.accessOf(repository)).toBe('credential');
      await expect(auth.of(repository, read)).resolves.toEqual({
        type: 'token',
        username,
        secret: 'stored c',
      });
    },
  );

  it('what configuration holds in clear is for repositories of configuration', async () => {
    const url = 'https://github.com/team/f.git';
    const configured = definition(url, { origin: 'config' });
    expect(auth.accessOf(configured)).toBe('config');
    await expect(auth.of(configured, read)).resolves.toMatchObject({
      secret: 'configured',
    });
    await expect(auth.of(definition(url), read)).resolves.toMatchObject({
      secret: 'gh',
    });
  });
});
