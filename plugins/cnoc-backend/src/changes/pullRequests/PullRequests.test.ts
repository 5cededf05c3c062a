import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';
import type { SecretValue } from '../../credentials';
import { AddressPolicy } from '../../fabrics/network';
import type { RepositoryDefinition } from '../../repositories';
import { hostOf } from './hostOf';
import { PullRequests } from './PullRequests';

interface Call {
  method: string;
  path: string;
  query: Record<string, string>;
  authorization?: string;
  body?: Record<string, any>;
}
type Answer = [status: number, body: unknown, headers?: Record<string, string>];

const input = {
  title: 'Add a VPC',
  description: 'Because.',
  source: 'feature/vpc',
  target: 'main',
};

/** How the hosts document their answers, as far as they matter here. */
const hosts: Record<
  'github' | 'gitlab' | 'gitea' | 'bitbucket',
  {
    path: string;
    find: { path: string; query?: Record<string, string> };
    none: Answer;
    one: (url: string) => Answer;
    create: { path: string; body: object };
    created: (url: string) => Answer;
    taken: Answer;
    authorization: string;
  }
> = {
  github: {
    path: '/team/fabrics.git',
    find: {
      path: '/api/v3/repos/team/fabrics/pulls',
      query: { state: 'open', head: 'team:feature/vpc', base: 'main' },
    },
    none: [200, []],
    one: url => [200, [{ number: 7, html_url: url, title: 'Add a VPC' }]],
    create: {
      path: '/api/v3/repos/team/fabrics/pulls',
      body: {
        title: 'Add a VPC',
        body: 'Because.',
        head: 'feature/vpc',
        base: 'main',
      },
    },
    created: url => [201, { number: 7, html_url: url }],
    taken: [
      422,
      {
        message: 'Validation Failed',
        errors: [
          {
            resource: 'PullRequest',
            code: 'custom',
            message: 'A pull request already exists for team:feature/vpc.',
          },
        ],
      },
    ],
    authorization: 'Bearer s3cret',
  },
  gitlab: {
    path: '/group/sub/fabrics.git',
    find: {
      path: '/api/v4/projects/group%2Fsub%2Ffabrics/merge_requests',
      query: {
        state: 'opened',
        source_branch: 'feature/vpc',
        target_branch: 'main',
      },
    },
    none: [200, []],
    one: url => [200, [{ iid: 7, id: 9001, web_url: url }]],
    create: {
      path: '/api/v4/projects/group%2Fsub%2Ffabrics/merge_requests',
      body: {
        title: 'Add a VPC',
        description: 'Because.',
        source_branch: 'feature/vpc',
        target_branch: 'main',
      },
    },
    created: url => [201, { iid: 7, id: 9001, web_url: url }],
    taken: [
      409,
      {
        message: [
          'Another open merge request already exists for this source branch: !7',
        ],
      },
    ],
    authorization: 'Bearer s3cret',
  },
  gitea: {
    path: '/team/fabrics.git',
    find: { path: '/api/v1/repos/team/fabrics/pulls/main/feature/vpc' },
    none: [404, { message: 'The target could not be found.' }],
    one: url => [200, { number: 7, html_url: url, state: 'open' }],
    create: {
      path: '/api/v1/repos/team/fabrics/pulls',
      body: {
        title: 'Add a VPC',
        body: 'Because.',
        head: 'feature/vpc',
        base: 'main',
      },
    },
    created: url => [201, { number: 7, html_url: url }],
    taken: [409, { message: 'pull request already exists for these targets' }],
    authorization: 'token s3cret',
  },
  bitbucket: {
    path: '/team/fabrics.git',
    find: {
      path: '/2.0/repositories/team/fabrics/pullrequests',
      query: {
        q: 'state = "OPEN" AND source.branch.name = "feature/vpc" AND destination.branch.name = "main"',
      },
    },
    none: [200, { values: [] }],
    one: url => [200, { values: [{ id: 7, links: { html: { href: url } } }] }],
    create: {
      path: '/2.0/repositories/team/fabrics/pullrequests',
      body: {
        title: 'Add a VPC',
        description: 'Because.',
        source: { branch: { name: 'feature/vpc' } },
        destination: { branch: { name: 'main' } },
      },
    },
    created: url => [201, { id: 7, links: { html: { href: url } } }],
    taken: [409, { error: { message: 'There is one already.' } }],
    authorization: 'Bearer s3cret',
  },
};

describe('pull requests', () => {
  let server: Server;
  let origin: string;
  let answers: Answer[];
  const calls: Call[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      calls.push(await callOf(request));
      const [status, body, headers] = answers.shift() ?? [500, {}];
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    calls.length = 0;
  });

  function open(
    provider: Provider,
    replies: Answer[],
    options: {
      path?: string;
      secret?: SecretValue;
      token?: string;
      allow?: string[];
    } = {},
  ) {
    answers = replies;
    const definition = {
      name: 'fabrics',
      url: origin + (options.path ?? '/team/fabrics.git'),
      branch: 'main',
      provider,
    } as RepositoryDefinition;
    const secret = options.secret ?? { type: 'token', secret: 's3cret' };
    const service = PullRequests.create({
      repositories: {
        registry: { get: async () => definition },
        auth: { of: async () => secret },
      } as never,
      policy: AddressPolicy.create(options.allow ?? ['127.0.0.1']),
      bases: { bitbucket: `${origin}/2.0` },
    });
    return service.open('fabrics', input, {
      actor: 'user:default/ada',
      token: options.token,
    });
  }

  describe.each(Object.entries(hosts))('%s', (provider, host) => {
    const url = `https://git.example/team/fabrics/pulls/7`;
    const go = (...replies: Answer[]) =>
      open(provider as Provider, replies, { path: host.path });

    it('looks for one, then opens it', async () => {
      await expect(go(host.none, host.created(url))).resolves.toEqual({
        url,
        number: 7,
      });
      expect(calls).toEqual([
        {
          method: 'GET',
          path: host.find.path,
          query: host.find.query ?? {},
          authorization: host.authorization,
        },
        {
          method: 'POST',
          path: host.create.path,
          query: {},
          authorization: host.authorization,
          body: host.create.body,
        },
      ]);
    });

    it('gives back the one that is open', async () => {
      await expect(go(host.one(url))).resolves.toEqual({ url, number: 7 });
      expect(calls).toHaveLength(1);
    });

    it('gives back the one that another request opened meanwhile', async () => {
      await expect(go(host.none, host.taken, host.one(url))).resolves.toEqual({
        url,
        number: 7,
      });
    });

    it.each<[number, RegExp]>([
      [401, /not accepted/],
      [403, /does not have the right/],
      [429, /too many/],
      [500, /answered 500/],
    ])('says in words what %d means', async (status, words) => {
      await expect(go([status, { message: 's3cret said no' }])).rejects.toThrow(
        words,
      );
      await expect(
        go(host.none, [status, { message: 's3cret said no' }]),
      ).rejects.toThrow(/\(\*\*\* said no\)/);
    });

    it('takes no link that is none of the web', async () => {
      await expect(
        // eslint-disable-next-line no-script-url -- what a hostile host might send
        go(host.none, host.created('javascript:alert(1)')),
      ).rejects.toThrow(/opened no pull request/);
    });
  });

  it('never follows a redirect with the secret', async () => {
    await expect(
      open('github', [[302, '', { location: `${origin}/elsewhere` }]]),
    ).rejects.toThrow(/points to another address/);
    expect(calls).toHaveLength(1);
  });

  it('dials only what the address policy allows', async () => {
    await expect(open('gitea', [], { allow: [] })).rejects.toThrow(
      /cnoc\.network\.allow/,
    );
    expect(calls).toHaveLength(0);
  });

  it('uses the person’s own token before the repository’s secret', async () => {
    await open('github', [hosts.github.one('https://x.example/')], {
      token: 'hers',
    });
    expect(calls[0].authorization).toBe('Bearer hers');
  });

  it('says that an ssh key opens none', async () => {
    await expect(
      open('github', [], { secret: { type: 'ssh', privateKey: 'x' } }),
    ).rejects.toThrow(/needs a token/);
  });

  it('does not read an endless or garbled answer', async () => {
    await expect(
      open('github', [[200, 'x'.repeat(3 * 1024 * 1024)]]),
    ).rejects.toThrow(/did not answer/);
    await expect(open('github', [[200, '<html>']])).rejects.toThrow(
      /opened no pull request/,
    );
  });

  it.each<[string, Provider, string | undefined]>([
    ['https://github.com/t/f.git', 'github', 'https://api.github.com'],
    ['ssh://git@github.com/t/f.git', 'github', 'https://api.github.com'],
    ['https://ghe.example/t/f', 'github', 'https://ghe.example/api/v3'],
    ['https://gl.example/a/b/c.git', 'gitlab', 'https://gl.example/api/v4'],
    ['https://g.example/git/t/f', 'gitea', 'https://g.example/git/api/v1'],
    ['https://bitbucket.org/t/f', 'bitbucket', 'https://api.bitbucket.org/2.0'],
    ['https://bitbucket.example/scm/t/f', 'bitbucket', undefined],
    ['https://dev.azure.com/o/p/_git/f', 'azure', undefined],
    ['https://git.example/f.git', 'git', undefined],
  ])('%s has its API where its host documents it', (url, provider, base) => {
    expect(hostOf({ url, provider })?.base).toBe(base);
  });
});

async function callOf(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const url = new URL(request.url!, 'http://x');
  return {
    method: request.method!,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    authorization: request.headers.authorization,
    ...(text && { body: JSON.parse(text) }),
  };
}
