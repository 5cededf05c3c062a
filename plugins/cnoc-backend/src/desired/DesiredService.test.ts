import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { FabricDefinition } from '../fabrics/FabricDefinition';
import { noFence } from '../fabrics/Fence';
import { AddressPolicy } from '../fabrics/network';
import { RepositoryService, SystemGitEngine } from '../repositories';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { TestGitServer } from '../repositories/__testUtils__/TestGitServer';
import { sharedParser } from './__testUtils__/sharedParser';
import { DesiredService } from './DesiredService';

jest.setTimeout(60_000);

const vlans = (name: string, to = 2999) =>
  `apiVersion: wiring.githedgehog.com/v1beta1
kind: VLANNamespace
metadata:
  name: ${name}
spec:
  ranges:
    - { from: 1000, to: ${to} }
`;

const fabric: FabricDefinition = {
  name: 'clos',
  repository: 'lab',
  path: 'f',
  cluster: 'c',
  namespace: 'default',
};
const mesh: FabricDefinition = { ...fabric, name: 'mesh', path: 'g' };

describe('DesiredService', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let server: TestGitServer;
    let directory: string;
    let database: Knex;
    let time: Date;

    const service = () => {
      const config = new ConfigReader({
        cnoc: {
          network: { allow: ['127.0.0.1'] },
          repositories: [{ name: 'lab', url: server.url }],
        },
      });
      const now = () => time;
      const logger = mockServices.logger.mock();
      const policy = AddressPolicy.fromConfig(config);
      return DesiredService.create({
        database,
        logger,
        now,
        parser: sharedParser,
        repositories: RepositoryService.fromConfig({
          auditor: mockServices.auditor.mock(),
          config,
          database,
          logger,
          policy,
          now,
          engine: SystemGitEngine.create({ directory, policy }),
        }),
      });
    };
    const names = async (desired: DesiredService, which = fabric.name) =>
      (await desired.objects(which)).map(each => each.name);

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
    });

    beforeEach(async () => {
      server = await TestGitServer.start();
      directory = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
      await emptyTables(database);
      time = new Date('2026-03-01T12:00:00Z');
    });

    afterEach(async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    });

    it('reads a commit into resources', async () => {
      const sha = server.commit({
        'f/a.yaml': `# vlans\n${vlans('one')}`,
        'f/deep/b.yml': vlans('two'),
        'f/README.md': 'not read',
        'g/c.yaml': vlans('other'),
      });
      const desired = service();
      await expect(desired.lastRun('clos')).resolves.toMatchObject({
        state: 'never',
      });
      const run = await desired.sync(fabric, { fence: noFence });
      expect(run).toMatchObject({
        state: 'synced',
        attemptedCommit: sha,
        commit: { sha, author: 'network-team' },
        at: time,
      });
      const [one] = await desired.objects('clos');
      expect(one).toMatchObject({
        kind: 'VLANNamespace',
        name: 'one',
        file: 'f/a.yaml',
        line: 2,
      });
      await expect(names(desired)).resolves.toEqual(['one', 'two']);
      await expect(
        desired.get('clos', 'VLANNamespace', 'two'),
      ).resolves.toMatchObject({ file: 'f/deep/b.yml' });
      await expect(
        desired.get('clos', 'VLANNamespace', 'other'),
      ).resolves.toBeUndefined();
      await expect(desired.lastRun('clos')).resolves.toMatchObject(run);
    });

    it('polls refs, and reads only when the branch moved', async () => {
      server.commit({ 'f/a.yaml': vlans('one'), 'g/b.yaml': vlans('m') });
      const desired = service();
      await expect(desired.poll(fabric)).resolves.toEqual({ changed: true });
      await desired.poll(mesh);
      const before = server.requests.length;
      time = new Date(time.getTime() + 10_000);
      await expect(desired.poll(fabric)).resolves.toEqual({ changed: false });
      await expect(desired.poll(mesh)).resolves.toEqual({ changed: false });
      // One question for both fabrics: capabilities and refs.
      expect(server.requests.length - before).toBeLessThanOrEqual(2);
      server.commit({ 'f/a.yaml': vlans('two'), 'g/b.yaml': vlans('m') });
      time = new Date(time.getTime() + 10_000);
      await expect(desired.poll(fabric)).resolves.toEqual({ changed: true });
      await expect(names(desired)).resolves.toEqual(['two']);
    });

    it('writes only rows that changed', async () => {
      server.commit({ 'f/a.yaml': vlans('one'), 'f/b.yaml': vlans('two') });
      const desired = service();
      await desired.sync(fabric, { fence: noFence });
      const written: string[] = [];
      database.on('query', ({ sql }: { sql: string }) => {
        if (/(insert into|delete from) .desired_resources/.test(sql)) {
          written.push(sql);
        }
      });
      await desired.sync(fabric, { fence: noFence });
      expect(written).toEqual([]);
      server.commit({
        'f/a.yaml': vlans('one'),
        'f/b.yaml': vlans('two', 2000),
      });
      await desired.sync(fabric, { fence: noFence });
      expect(written).toHaveLength(1);
      await expect(
        desired.get('clos', 'VLANNamespace', 'two'),
      ).resolves.toMatchObject({
        object: { spec: { ranges: [{ from: 1000, to: 2000 }] } },
      });
    });

    it('Y13: a broken document keeps the last good commit and says why', async () => {
      const good = server.commit({ 'f/a.yaml': vlans('one') });
      const desired = service();
      await desired.sync(fabric, { fence: noFence });
      const broken = server.commit({
        'f/a.yaml': `${vlans('one')}---\nkind: [\n---\n${vlans('three')}`,
      });
      const run = await desired.sync(fabric, { fence: noFence });
      expect(run).toMatchObject({
        state: 'failed',
        commit: { sha: good },
        attemptedCommit: broken,
        message: expect.stringMatching(/f\/a\.yaml/),
      });
      expect(run.diagnostics[0].file).toBe('f/a.yaml');
      await expect(names(desired)).resolves.toEqual(['one']);
      // The same broken commit is not read again and again.
      time = new Date(time.getTime() + 10_000);
      await expect(desired.poll(fabric)).resolves.toEqual({ changed: false });
    });

    it('G13: an empty directory fails the run and keeps the resources', async () => {
      server.commit({ 'f/a.yaml': vlans('one') });
      const desired = service();
      await desired.sync(fabric, { fence: noFence });
      server.commit({ 'g/a.yaml': vlans('one') });
      await expect(
        desired.sync(fabric, { fence: noFence }),
      ).resolves.toMatchObject({
        state: 'failed',
        message: expect.stringMatching(/no directory 'f'/),
      });
      server.commit({ 'f/.gitkeep': '' });
      await expect(
        desired.sync(fabric, { fence: noFence }),
      ).resolves.toMatchObject({
        state: 'failed',
        message: expect.stringMatching(/never taken as a wish/),
      });
      await expect(names(desired)).resolves.toEqual(['one']);
    });

    it('G12: a deleted branch fails the run and keeps the resources', async () => {
      server.commit({ 'f/a.yaml': vlans('one') });
      const desired = service();
      await desired.poll(fabric);
      server.commit({ 'f/a.yaml': vlans('one') }, { branch: 'other' });
      server.deleteBranch('main');
      time = new Date(time.getTime() + 10_000);
      await expect(desired.poll(fabric)).resolves.toEqual({ changed: true });
      await expect(desired.lastRun('clos')).resolves.toMatchObject({
        state: 'failed',
        message: expect.stringMatching(/no branch 'main'/),
      });
      await expect(names(desired)).resolves.toEqual(['one']);
      server.commit({ 'f/a.yaml': vlans('one') });
      time = new Date(time.getTime() + 10_000);
      await expect(desired.poll(fabric)).resolves.toEqual({ changed: true });
      await expect(desired.lastRun('clos')).resolves.toMatchObject({
        state: 'synced',
      });
    });

    it('G11: a rewritten history is read, and the new commit is told', async () => {
      server.commit({ 'f/a.yaml': vlans('one') });
      const desired = service();
      await desired.sync(fabric, { fence: noFence });
      const rewritten = server.commit(
        { 'f/a.yaml': vlans('two') },
        { message: 'rewritten' },
      );
      await expect(
        desired.sync(fabric, { fence: noFence }),
      ).resolves.toMatchObject({ state: 'synced', commit: { sha: rewritten } });
      await expect(names(desired)).resolves.toEqual(['two']);
    });

    it('a remote that is down is one failed run, however often it is polled', async () => {
      server.commit({ 'f/a.yaml': vlans('one') });
      const desired = service();
      await desired.poll(fabric);
      server.intercept = (_req, res) => {
        res.statusCode = 503;
        res.end('<html>inner.example</html>');
        return true;
      };
      const polls: boolean[] = [];
      for (let i = 0; i < 3; i += 1) {
        time = new Date(time.getTime() + 10_000);
        polls.push((await desired.poll(fabric)).changed);
      }
      expect(polls).toEqual([true, false, false]);
      expect(
        await database('sync_runs').where({ fabric: 'clos' }),
      ).toHaveLength(2);
      const run = await desired.lastRun('clos');
      expect(run.message).toMatch(/cannot be reached/);
      expect(JSON.stringify(run)).not.toMatch(/inner|127\.0\.0\.1/);
      server.intercept = undefined;
      time = new Date(time.getTime() + 10_000);
      await expect(desired.poll(fabric)).resolves.toEqual({ changed: true });
    });

    it('D7: nothing is written once the fence is lost', async () => {
      server.commit({ 'f/a.yaml': vlans('one') });
      const desired = service();
      const fence = {
        assertHeld: async () => {
          throw new ConflictError('lost');
        },
      };
      await expect(desired.sync(fabric, { fence })).rejects.toMatchObject({
        name: 'ConflictError',
      });
      await expect(desired.lastRun('clos')).resolves.toMatchObject({
        state: 'never',
      });
      await expect(names(desired)).resolves.toEqual([]);
    });

    it('an abort leaves no run behind', async () => {
      server.commit({ 'f/a.yaml': vlans('one') });
      const desired = service();
      const controller = new AbortController();
      server.intercept = () => {
        controller.abort();
        return true;
      };
      await expect(
        desired.sync(fabric, { signal: controller.signal, fence: noFence }),
      ).rejects.toMatchObject({ name: 'AbortError' });
      await expect(desired.lastRun('clos')).resolves.toMatchObject({
        state: 'never',
      });
    });

    it('another replica reads the same from the tables', async () => {
      server.commit({ 'f/a.yaml': vlans('one') });
      await service().sync(fabric, { fence: noFence });
      const other = service();
      await expect(names(other)).resolves.toEqual(['one']);
      await expect(other.lastRun('clos')).resolves.toMatchObject({
        state: 'synced',
      });
    });

    it('keeps a bounded number of runs', async () => {
      await database.batchInsert(
        'sync_runs',
        Array.from({ length: 60 }, () => ({
          fabric: 'clos',
          state: 'failed',
          at: time.toISOString(),
          settled: false,
          source: 'old',
          diagnostics: '[]',
        })),
      );
      server.commit({ 'f/a.yaml': vlans('one') });
      await service().sync(fabric, { fence: noFence });
      const runs = await database('sync_runs').where({ fabric: 'clos' });
      expect(runs).toHaveLength(50);
    });
  });
});
