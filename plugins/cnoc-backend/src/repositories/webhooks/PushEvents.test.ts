import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import type { RepositoryService } from '../RepositoryService';
import { PushEvents } from './PushEvents';

const urls: Record<string, string> = {
  hub: 'https://github.com/team/fabrics.git',
  overSsh: 'ssh://git@github.com/team/fabrics.git',
  lab: 'https://gitlab.example/group/sub/fabrics',
  cloud: 'https://bitbucket.org/team/fabrics.git',
  azure: 'https://dev.azure.com/org/project/_git/fabrics',
};

describe('PushEvents', () => {
  const pushed: string[] = [];
  let send: (event: EventParams) => Promise<void>;
  let topics: string[];

  beforeEach(async () => {
    pushed.length = 0;
    const repositories = {
      registry: {
        all: async () =>
          Object.entries(urls).map(([name, url]) => ({ name, url })),
      },
      announcePush: (name: string) => pushed.push(name),
    };
    const events = PushEvents.create({
      repositories: repositories as unknown as RepositoryService,
      logger: mockServices.logger.mock(),
    });
    await events.subscribe(
      mockServices.events.mock({
        subscribe: async options => {
          topics = options.topics;
          send = options.onEvent;
        },
      }),
    );
  });

  it('hears pushes of the hosts that Backstage’s events modules know', () => {
    expect(topics).toEqual(
      expect.arrayContaining([
        'github.push',
        'gitlab.push',
        'gitea.push',
        'bitbucketCloud.repo:push',
        'azureDevOps.git.push',
      ]),
    );
  });

  it.each<[string, object, string[]]>([
    [
      'GitHub',
      { repository: { clone_url: 'https://github.com/Team/Fabrics.git' } },
      ['hub', 'overSsh'],
    ],
    [
      'an SSH address',
      { repository: { ssh_url: 'git@github.com:team/fabrics.git' } },
      ['hub', 'overSsh'],
    ],
    [
      'GitLab',
      {
        project: {
          git_http_url: 'https://gitlab.example/group/sub/fabrics.git',
        },
      },
      ['lab'],
    ],
    [
      'Bitbucket',
      {
        repository: {
          links: { html: { href: 'https://bitbucket.org/team/fabrics' } },
        },
      },
      ['cloud'],
    ],
    [
      'Azure',
      { resource: { repository: { remoteUrl: urls.azure } } },
      ['azure'],
    ],
    [
      'another repository',
      { repository: { clone_url: 'https://github.com/team/fabrics-2.git' } },
      [],
    ],
    [
      'another host',
      {
        repository: {
          clone_url: 'https://github.com.thief.example/team/fabrics',
        },
      },
      [],
    ],
    ['no address', { repository: { clone_url: 7, links: null } }, []],
  ])(
    'W5: an event of %s wakes the repositories of that address',
    async (_what, payload, names) => {
      await send({ topic: 'github.push', eventPayload: payload });
      expect(pushed).toEqual(names);
    },
  );

  it.each([null, 'text', [], 7])('W4: %j is passed over', async payload => {
    await send({ topic: 'github.push', eventPayload: payload });
    expect(pushed).toEqual([]);
  });
});
