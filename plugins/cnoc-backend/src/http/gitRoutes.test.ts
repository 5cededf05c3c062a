import type { CnocClient } from '@cnoc/backstage-plugin-cnoc-common';
import { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { eventually } from '../__testUtils__/eventually';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';

jest.setTimeout(60_000);

const fabric = 'lab-mesh';
const document = `# more VLANs
apiVersion: wiring.githedgehog.com/v1beta1
kind: VLANNamespace
metadata: { name: more }
spec: { ranges: [{ from: 3000, to: 3999 }] }
`;

describe('what the API says of a fabric’s git', () => {
  let lab: Lab;
  let database: Knex;
  let engine: TestEngine;
  let api: TestApi;
  let client: CnocClient;

  // Before the databases are gone
  afterAll(async () => {
    await api?.close();
    await engine?.stop();
    await lab?.stop();
  });

  const databases = testDatabases();

  beforeAll(async () => {
    lab = await Lab.start({ agents: false });
    database = await databases.init('SQLITE_3');
    await migrateUp(database);
    engine = await startTestEngine({ lab, database });
    api = await startTestApi(engine.engine);
    client = api.client;
    await eventually(async () => {
      const { sync } = await client.getFabricGit(fabric);
      if (sync.state !== 'synced') throw new Error(`git is ${sync.state}`);
    });
  });

  it('shows commit, files, resources and diagnostics', async () => {
    const git = await client.getFabricGit(fabric);
    expect(git).toMatchObject({
      branch: 'main',
      path: `fabrics/${fabric}`,
      repository: { name: 'lab', fabrics: expect.arrayContaining([fabric]) },
      head: { sha: git.commit?.sha },
      sync: { state: 'synced' },
    });
    const files = await client.listFiles(fabric, { limit: 500 });
    expect(git.files).toBe(files.totalItems);
    expect(git.resources).toBe(
      files.items.flatMap(({ resources }) => resources).length,
    );
  });

  it('pages files and syncs', async () => {
    const all = await client.listFiles(fabric, { limit: 500 });
    const paths: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.listFiles(fabric, { limit: 3, cursor });
      paths.push(...page.items.map(({ path }) => path));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paths).toEqual(all.items.map(({ path }) => path));
    expect(paths).toEqual([...paths].sort());

    await lab.git.commit('fabrics', {
      message: 'more VLANs',
      files: { [`fabrics/${fabric}/more.yaml`]: document },
    });
    await client.syncFabric(fabric);
    const { items, nextCursor } = await client.listSyncs(fabric, { limit: 1 });
    expect(items).toMatchObject([
      {
        state: 'synced',
        commit: { message: 'more VLANs' },
        changed: { files: 1, written: 1, removed: 0 },
      },
    ]);
    const older = await client.listSyncs(fabric, { cursor: nextCursor });
    expect(older.items.length).toBeGreaterThan(0);
    expect(older.items[0].id).not.toBe(items[0].id);
  });

  it('gives a resource’s document byte for byte, and 404 for one that git does not have', async () => {
    await expect(
      client.getResourceSource(fabric, 'VLANNamespace', 'more'),
    ).resolves.toMatchObject({
      file: `fabrics/${fabric}/more.yaml`,
      line: 2,
      yaml: document,
    });
    await expect(
      client.getResourceSource(fabric, 'VLANNamespace', 'none'),
    ).rejects.toMatchObject({ statusCode: 404 });
    await expect(client.getFabricGit('none')).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
