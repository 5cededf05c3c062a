import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import type { CommitRequest } from '@cnoc/backstage-plugin-cnoc-common';
import { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { eventually } from '../__testUtils__/eventually';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import type { ActivityEntry } from '../activity/ActivityStore';
import { GitError } from '../repositories';
import { CommitService, type CommitServiceOptions } from './CommitService';
import { DatabaseChangeRequestStore } from './DatabaseChangeRequestStore';
import { DatabaseDraftStore } from './DatabaseDraftStore';
import { peopleByName } from './People';
import { PullRequestError } from './pullRequests/PullRequestError';
import type { PullRequestInput } from './pullRequests/PullRequestHost';

jest.setTimeout(120_000);

const databases = testDatabases();
const FABRIC = 'lab-clos';
const actor = 'user:default/ada';

class Killed extends Error {}

describe('commits that are interrupted', () => {
  let lab: Lab;
  let database: Knex;
  let replica: TestEngine;
  let number = 0;

  beforeAll(async () => {
    lab = await Lab.start({ agents: false });
    database = await databases.init('SQLITE_3');
    await migrateUp(database);
    replica = await startTestEngine({ lab, database });
    await synced();
  });
  afterAll(async () => {
    await replica?.stop();
    await lab?.stop();
  });
  beforeEach(() => replica.engine.changes.discard(FABRIC));

  async function synced() {
    await eventually(async () => {
      const run = await replica.engine.desired.lastRun(FABRIC);
      expect(run.state).toBe('synced');
    });
  }

  const fabric = () =>
    replica.engine.definitions.find(({ name }) => name === FABRIC)!;
  const head = async (branch = 'main') =>
    (await (await lab.git.repository('fabrics')).head(branch))!;
  const log = async (): Promise<string[]> => {
    const heads: string[] = [];
    let sha: string | undefined = await head();
    while (sha && heads.length < 5) {
      heads.push(sha);
      const { commit } = await replica.engine.repositories.read(
        'lab',
        sha,
        '',
        {
          include: () => false,
        },
      );
      sha = commit.parents?.[0];
    }
    return heads;
  };

  function service(more: Partial<CommitServiceOptions> = {}) {
    const { repositories, changes } = replica.engine;
    const told: ActivityEntry[] = [];
    const commits = CommitService.create({
      store: DatabaseChangeRequestStore.create({ database }),
      drafts: DatabaseDraftStore.create({ database }),
      changes,
      repositories,
      pullRequests: {
        assertSupported: () => {},
        open: async () => ({ url: 'https://git.example/1', number: 1 }),
      },
      people: peopleByName,
      committer: { name: 'CNOC', email: 'cnoc@example.invalid' },
      record: async (_fabric, entries) => {
        told.push(...entries);
      },
      logger: mockServices.logger.mock(),
      now: () => new Date(),
      ...more,
    });
    return { commits, told };
  }

  /** Repositories whose push does what the test says. */
  function pushing(
    push: (
      real: CommitServiceOptions['repositories']['push'],
    ) => CommitServiceOptions['repositories']['push'],
  ): Pick<CommitServiceOptions, 'repositories'> {
    const { repositories } = replica.engine;
    return {
      repositories: {
        registry: repositories.registry,
        head: (...args) => repositories.head(...args),
        branches: (...args) => repositories.branches(...args),
        read: (...args) => repositories.read(...args),
        signature: (...args) => repositories.signature(...args),
        push: push((...args) => repositories.push(...args)),
      },
    };
  }

  async function draft(): Promise<string> {
    const name = `c-${(number += 1)}`;
    const { changes } = replica.engine;
    await changes.save(
      fabric(),
      { kind: 'IPv4Namespace', name },
      {
        action: 'write',
        yaml: `apiVersion: vpc.githedgehog.com/v1beta1\nkind: IPv4Namespace\nmetadata:\n  name: ${name}\nspec:\n  subnets: [10.${
          100 + number
        }.0.0/16]\n`,
      },
      { actor },
    );
    return name;
  }

  const request = async (
    more: Partial<CommitRequest> = {},
  ): Promise<CommitRequest> => ({
    message: 'Add a namespace',
    base: await head(),
    ...more,
  });

  it('killed between push and record: the same key finds the commit', async () => {
    await draft();
    const before = await head();
    const asked = await request();
    const idempotencyKey = randomUUID();
    const killed = service(
      pushing(real => async (...args) => {
        await real(...args);
        throw new Killed();
      }),
    );
    const options = { actor, idempotencyKey };
    await expect(
      killed.commits.commit(fabric(), asked, options),
    ).rejects.toThrow(Killed);
    const pushed = await head();
    expect(pushed).not.toBe(before);

    const { commits, told } = service();
    const result = await commits.commit(fabric(), asked, options);
    expect(result.commit.sha).toBe(pushed);
    expect(await head()).toBe(pushed);
    expect(told).toMatchObject([{ type: 'commit.pushed', commit: pushed }]);
    await expect(replica.engine.changes.count(FABRIC)).resolves.toBe(0);
  });

  it('killed between push and record, and somebody pushed on top: found below', async () => {
    await draft();
    const asked = await request();
    const options = { actor, idempotencyKey: randomUUID() };
    const killed = service(
      pushing(real => async (...args) => {
        await real(...args);
        throw new Killed();
      }),
    );
    await expect(
      killed.commits.commit(fabric(), asked, options),
    ).rejects.toThrow(Killed);
    const pushed = await head();
    const top = await lab.git.commit('fabrics', {
      message: 'On top',
      files: { 'README.md': 'x\n' },
    });
    const result = await service().commits.commit(fabric(), asked, options);
    expect(result.commit.sha).toBe(pushed);
    expect((await log()).slice(0, 2)).toEqual([top, pushed]);
  });

  it('killed before the push: the same key pushes once', async () => {
    await draft();
    const asked = await request();
    const options = { actor, idempotencyKey: randomUUID() };
    const killed = service(
      pushing(() => async () => {
        throw new Killed();
      }),
    );
    await expect(
      killed.commits.commit(fabric(), asked, options),
    ).rejects.toThrow(Killed);
    expect(await head()).toBe(asked.base);
    const result = await service().commits.commit(fabric(), asked, options);
    expect(await log()).toEqual(
      expect.arrayContaining([result.commit.sha, asked.base]),
    );
    expect((await log())[1]).toBe(asked.base);
  });

  it('killed after the record: what is left is done, and told once', async () => {
    await draft();
    const asked = await request({
      branch: 'pr',
      pullRequest: { title: 'A namespace' },
    });
    const options = { actor, idempotencyKey: randomUUID() };
    const killed = service({
      drafts: {
        ...DatabaseDraftStore.create({ database }),
        remove: async () => {
          throw new Killed();
        },
      } as CommitServiceOptions['drafts'],
    });
    await expect(
      killed.commits.commit(fabric(), asked, options),
    ).rejects.toThrow(Killed);
    const pushed = await head('pr');
    const { commits, told } = service();
    const result = await commits.commit(fabric(), asked, options);
    expect(result).toMatchObject({
      commit: { sha: pushed },
      pullRequest: { number: 1 },
    });
    await expect(commits.commit(fabric(), asked, options)).resolves.toEqual(
      result,
    );
    expect(told.map(({ type }) => type)).toEqual([
      'commit.pushed',
      'pullRequest.opened',
    ]);
  });

  it('somebody pushes between reading and pushing: made anew on top, the other change stays', async () => {
    const name = await draft();
    const asked = await request();
    let raced = '';
    const { commits } = service(
      pushing(real => async (...args) => {
        raced ||= await lab.git.commit('fabrics', {
          message: 'Faster',
          files: { [`fabrics/${FABRIC}/faster.md`]: 'x\n' },
        });
        return real(...args);
      }),
    );
    const { commit } = await commits.commit(fabric(), asked, { actor });
    expect((await log()).slice(0, 3)).toEqual([commit.sha, raced, asked.base]);
    const { files } = await replica.engine.repositories.read(
      'lab',
      commit.sha,
      `fabrics/${FABRIC}`,
      { include: path => path.includes(name) || path.endsWith('faster.md') },
    );
    expect(files).toHaveLength(2);
  });

  it('gives up on a branch that never rests, with nothing written', async () => {
    await draft();
    const asked = await request();
    let pushes = 0;
    const { commits } = service(
      pushing(() => async () => {
        pushes += 1;
        throw new GitError('moved', 'The branch moved.');
      }),
    );
    const options = { actor, idempotencyKey: randomUUID() };
    await expect(commits.commit(fabric(), asked, options)).rejects.toThrow(
      /nothing is written/,
    );
    expect(pushes).toBe(3);
    // The key is free again: nothing came of it
    const result = await service().commits.commit(fabric(), asked, options);
    expect(await head()).toBe(result.commit.sha);
  });

  it('a pull request that cannot be opened is a warning, not an error that hides the push', async () => {
    await draft();
    const { commits } = service({
      pullRequests: {
        assertSupported: () => {},
        open: async () => {
          throw new PullRequestError('The git host did not answer.');
        },
      },
    });
    const result = await commits.commit(
      fabric(),
      await request({ branch: 'no-pr', pullRequest: { title: 'x' } }),
      { actor },
    );
    expect(result).toMatchObject({
      commit: { sha: await head('no-pr') },
      warning: 'The commit is pushed. The git host did not answer.',
    });
    expect(result.pullRequest).toBeUndefined();
  });

  it('opens pull requests from the new branch to the repository’s, as asked', async () => {
    await draft();
    const opened: PullRequestInput[] = [];
    const { commits } = service({
      pullRequests: {
        assertSupported: () => {},
        open: async (_repository, input) => {
          opened.push(input);
          return { url: 'https://git.example/2' };
        },
      },
    });
    const pullRequest = { title: 'Title', description: 'Why' };
    await expect(
      commits.commit(fabric(), await request({ pullRequest }), { actor }),
    ).rejects.toThrow(/branch of its own/);
    await commits.commit(
      fabric(),
      await request({ branch: 'yes-pr', pullRequest }),
      { actor },
    );
    expect(opened).toEqual([
      { ...pullRequest, source: 'yes-pr', target: 'main' },
    ]);
  });

  it('keeps a draft that somebody changed while it was committed', async () => {
    const name = await draft();
    const { commits } = service(
      pushing(real => async (...args) => {
        await replica.engine.changes.save(
          fabric(),
          { kind: 'IPv4Namespace', name },
          { action: 'delete' },
          { actor: 'user:default/bob', ifMatch: '*' },
        );
        return real(...args);
      }),
    );
    await commits.commit(fabric(), await request(), { actor });
    await expect(replica.engine.changes.count(FABRIC)).resolves.toBe(1);
  });
});
