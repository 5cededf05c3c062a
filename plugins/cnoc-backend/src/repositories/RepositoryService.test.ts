import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Knex } from 'knex';
import { AddressPolicy } from '../fabrics/network';
import { SystemGitEngine } from './git/SystemGitEngine';
import { RepositoryService } from './RepositoryService';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from './__testUtils__/testDatabases';
import { TestGitServer } from './__testUtils__/TestGitServer';

jest.setTimeout(60_000);

describe('RepositoryService', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let server: TestGitServer;
    let directory: string;
    let database: Knex;
    let time: Date;

    const service = (repository: object = {}) => {
      const config = new ConfigReader({
        cnoc: {
          network: { allow: ['127.0.0.1'] },
          repositories: [{ name: 'lab', url: server.url, ...repository }],
        },
      });
      const policy = AddressPolicy.fromConfig(config);
      return RepositoryService.fromConfig({
        auditor: mockServices.auditor.mock(),
        config,
        database,
        logger: mockServices.logger.mock(),
        policy,
        now: () => time,
        engine: SystemGitEngine.create({ directory, policy }),
      });
    };

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

    it('reads one commit below a path, whatever the branch does meanwhile (G18)', async () => {
      const first = server.commit({ 'f/a.yaml': 'one', 'g/b.yaml': 'x' });
      const repositories = service();
      await expect(repositories.head('lab')).resolves.toBe(first);
      server.commit({ 'f/a.yaml': 'two' });
      const content = await repositories.read('lab', first, '/f/');
      expect(content.commit.sha).toBe(first);
      expect(
        content.files.map(({ path, text }) => [
          path,
          Buffer.from(text!).toString(),
        ]),
      ).toEqual([['f/a.yaml', 'one']]);
    });

    it('G5, G7: what is not a plain file is reported and not followed', async () => {
      const sha = server.commit({
        'f/good.yaml': 'good',
        'f/passwd.yaml': { mode: '120000', content: '/etc/passwd' },
        'f/folder': { mode: '120000', content: '../g' },
        'f/module': { mode: '160000', oid: '2'.repeat(40) },
        'f/large.yaml':
          'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n',
        'f/sub/a\\..\\b.yaml': 'escape',
        'f/.gitattributes': '*.yaml filter=evil',
        'g/secret.yaml': 'other fabric',
      });
      const { files, skipped } = await service().read('lab', sha, 'f', {
        include: path => path.endsWith('.yaml'),
      });
      expect(files.map(file => file.path)).toEqual(['f/good.yaml']);
      expect(
        skipped
          .map(({ rule, severity, file }) => `${rule} ${severity} ${file}`)
          .sort(),
      ).toEqual([
        'git.lfs critical f/large.yaml',
        'git.path critical f/sub/a\\..\\b.yaml',
        'git.submodule warning f/module',
        'git.symlink critical f/passwd.yaml',
        'git.symlink warning f/folder',
      ]);
    });

    it('fabrics of one repository share a question and a fetch', async () => {
      const sha = server.commit({ 'f/a.yaml': 'a', 'g/b.yaml': 'b' });
      const repositories = service();
      await Promise.all([
        repositories.head('lab', undefined, { maxAgeMs: 1000 }),
        repositories.head('lab', undefined, { maxAgeMs: 1000 }),
      ]);
      const asked = server.requests.length;
      await repositories.read('lab', sha, 'f');
      const fetched = server.requests.length;
      await repositories.read('lab', sha, 'g');
      await repositories.head('lab', undefined, { maxAgeMs: 1000 });
      expect(asked).toBeLessThanOrEqual(2);
      expect(server.requests).toHaveLength(fetched);
      time = new Date(time.getTime() + 1000);
      await repositories.head('lab', undefined, { maxAgeMs: 1000 });
      expect(server.requests.length).toBeGreaterThan(fetched);
    });

    it('remembers health with the time its state began', async () => {
      server.commit({ 'a.yaml': 'a' });
      const repositories = service();
      await expect(repositories.list()).resolves.toMatchObject([
        {
          definition: { name: 'lab', url: server.url, branch: 'main' },
          health: { state: 'unknown' },
        },
      ]);
      await repositories.head('lab');
      const began = time;
      time = new Date(time.getTime() + 60_000);
      await repositories.head('lab');
      expect((await repositories.list())[0].health).toEqual({
        state: 'reachable',
        since: began,
      });
      server.intercept = (_req, res) => {
        res.statusCode = 403;
        res.end();
        return true;
      };
      await expect(repositories.head('lab')).rejects.toThrow();
      const health = {
        state: 'unreachable',
        since: time,
        reason: 'forbidden',
        message: expect.any(String),
      };
      expect((await repositories.list())[0].health).toEqual(health);
      // Another replica, or this one after a restart, reads it from the table.
      expect((await service().list())[0].health).toEqual(health);
    });

    it('G4: credentials in the address are used and never shown', async () => {
      server.commit({ 'a.yaml': 'a' });
      const repositories = service({
        url: server.url.replace('//', '//robot:canary-token@'),
      });
      await repositories.head('lab');
      expect(server.requests[0].authorization).toBe(
        `Basic ${Buffer.from('robot:canary-token').toString('base64')}`,
      );
      expect(JSON.stringify(await repositories.list())).not.toMatch(/canary/);
    });

    it('refuses a configuration that names an unusable remote, without its address', () => {
      const make = () => service({ url: 'ext::sh -c canary' });
      expect(make).toThrow(/'lab'/);
      expect(make).not.toThrow(/canary/);
      expect(() => service({ url: 'http://git.example/x.git' })).toThrow(
        /https/,
      );
    });

    it('an unknown repository is NotFound', async () => {
      await expect(service().head('nope')).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    });
  });
});
