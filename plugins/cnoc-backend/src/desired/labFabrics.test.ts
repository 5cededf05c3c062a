import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Lab } from '@cnoc/lab';
import { Knex } from 'knex';
import { noFence } from '../fabrics/Fence';
import { AddressPolicy } from '../fabrics/network';
import { RepositoryService, SystemGitEngine } from '../repositories';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { sharedParser } from './__testUtils__/sharedParser';
import { DesiredService } from './DesiredService';

jest.setTimeout(60_000);

describe('the fabrics of the lab', () => {
  const databases = testDatabases();
  let lab: Lab;
  let directory: string;
  let database: Knex;

  beforeEach(async () => {
    lab = await Lab.start({ agents: false });
    directory = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
    database = await databases.init('SQLITE_3');
    await migrateUp(database);
  });

  afterEach(async () => {
    await lab.stop();
    await database.destroy();
    rmSync(directory, { recursive: true, force: true });
  });

  it('are read whole from one repository, and follow a push', async () => {
    const config = new ConfigReader({
      cnoc: {
        network: { allow: ['127.0.0.1'] },
        repositories: [{ name: 'lab', url: lab.git.repositoryUrl('fabrics') }],
      },
    });
    const shared = {
      database,
      logger: mockServices.logger.mock(),
      now: () => new Date(),
    };
    const policy = AddressPolicy.fromConfig(config);
    const repositories = RepositoryService.fromConfig({
      ...shared,
      auditor: mockServices.auditor.mock(),
      config,
      policy,
      engine: SystemGitEngine.create({ directory, policy }),
    });
    const desired = DesiredService.create({
      ...shared,
      repositories,
      parser: sharedParser,
    });
    const fabric = (name: string) => ({
      name,
      repository: 'lab',
      path: `fabrics/${name}`,
      cluster: name,
      namespace: 'default',
    });
    for (const name of ['lab-clos', 'lab-mesh']) {
      const run = await desired.sync(fabric(name), { fence: noFence });
      expect(run).toMatchObject({ state: 'synced' });
      expect(
        run.diagnostics.filter(({ severity }) => severity === 'critical'),
      ).toEqual([]);
      expect((await desired.objects(name)).length).toBeGreaterThan(15);
    }
    const before = (await desired.objects('lab-mesh')).length;
    const sha = await lab.git.commit('fabrics', {
      message: 'one more namespace',
      files: {
        'fabrics/lab-mesh/more.yaml':
          'apiVersion: wiring.githedgehog.com/v1beta1\nkind: VLANNamespace\nmetadata: {name: more}\nspec: {ranges: [{from: 3000, to: 3999}]}\n',
      },
    });
    const run = await desired.sync(fabric('lab-mesh'), { fence: noFence });
    expect(run).toMatchObject({
      state: 'synced',
      commit: { sha, message: 'one more namespace' },
    });
    expect(await desired.objects('lab-mesh')).toHaveLength(before + 1);
  });
});
