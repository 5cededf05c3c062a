import { randomUUID } from 'node:crypto';
import type { DraftDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { eventually } from '../__testUtils__/eventually';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import { gitClone, type GitClone } from '../changes/__testUtils__/gitClone';

jest.setTimeout(120_000);

const databases = testDatabases();
const FABRIC = 'lab-clos';
const folder = `fabrics/${FABRIC}`;

/** A document as a team keeps it: comments, quotes and spaces of its own. */
const teamVpc = (name: string, net: number) => `# ${name}: ask the team first
apiVersion: vpc.githedgehog.com/v1beta1
kind: VPC
metadata:
    name: "${name}"   # short
spec:
    ipv4Namespace: default
    vlanNamespace: default
    subnets:
        front: { subnet: 10.0.${net}.0/24, vlan: ${1000 + net} } # one line

        # the back end
        back:
            subnet: 10.0.${net + 1}.0/24
            vlan: ${1001 + net}   # agreed
`;

describe('drafts and their commits', () => {
  let lab: Lab;
  let database: Knex;
  let replica: TestEngine;
  let api: TestApi;
  const clones: GitClone[] = [];

  beforeAll(async () => {
    lab = await Lab.start({ agents: false });
    database = await databases.init('SQLITE_3');
    await migrateUp(database);
    await push({
      [`${folder}/teams.yaml`]: [
        teamVpc('t-one', 201),
        teamVpc('t-two', 203),
        teamVpc('t-three', 205),
      ].join('--- # next\n'),
    });
    replica = await startTestEngine({ lab, database });
    api = await startTestApi(replica.engine);
    await synced();
  });
  afterAll(async () => {
    for (const clone of clones) await clone.remove();
    await api?.close();
    await replica?.stop();
    await lab?.stop();
  });
  beforeEach(() => api.client.discardDrafts(FABRIC));

  function push(files: Record<string, string>) {
    return lab.git.commit('fabrics', { message: 'By somebody else', files });
  }
  async function head(branch = 'main') {
    return (await (await lab.git.repository('fabrics')).head(branch))!;
  }
  async function synced() {
    await eventually(async () => {
      const { sync } = (await api.client.getFabric(FABRIC)).status;
      expect(sync).toMatchObject({ state: 'synced', commit: await head() });
    });
  }
  const clone = async (branch?: string) => {
    const made = await gitClone(lab.git.repositoryUrl('fabrics'), branch);
    clones.push(made);
    return made;
  };
  const source = (name: string) =>
    api.client.getResourceSource(FABRIC, 'VPC', name);
  const save = (
    name: string,
    yaml: string,
    options?: { ifMatch?: string; file?: string; base?: string },
  ): Promise<DraftDetail> =>
    api.client.saveDraft(
      FABRIC,
      'VPC',
      name,
      { action: 'write', yaml, file: options?.file, base: options?.base },
      { ifMatch: options?.ifMatch },
    );
  const commit = async (
    more: Partial<Parameters<typeof api.client.commitDrafts>[1]> = {},
    idempotencyKey?: string,
  ) =>
    api.client.commitDrafts(
      FABRIC,
      { message: 'Change VPCs', base: await head(), ...more },
      { idempotencyKey },
    );
  const status = (code: number) =>
    expect.objectContaining({ statusCode: code });

  it('stock git shows just the change, with every comment', async () => {
    const { yaml } = await source('t-two');
    const draft = await save('t-two', yaml.replace('vlan: 1204', 'vlan: 1299'));
    expect(draft).toMatchObject({
      action: 'update',
      state: 'ready',
      file: `${folder}/teams.yaml`,
      base: { yaml },
    });
    const result = await commit({
      message: 'Move the back end of t-two\n\nIt collided with the campus.',
    });
    expect(result).toMatchObject({ branch: 'main', files: 1 });

    const { git } = await clone();
    const log = await git('log', '-1', '--format=%H%n%an <%ae>%n%cn <%ce>%n%B');
    expect(log.split('\n')).toEqual(
      expect.arrayContaining([
        result.commit.sha,
        'mock <mock@users.noreply.cnoc.invalid>',
        'CNOC <cnoc@noreply.cnoc.invalid>',
        'Move the back end of t-two',
        'It collided with the campus.',
      ]),
    );
    expect(await git('show', '--format=', '--unified=0', 'HEAD')).toMatch(
      /^diff --git [^\n]+teams\.yaml\nindex [^\n]+\n--- [^\n]+\n\+\+\+ [^\n]+\n@@ [^\n]+\n- +vlan: 1204 {3}# agreed\n\+ +vlan: 1299 {3}# agreed\n$/,
    );
    await expect(api.client.listDrafts(FABRIC)).resolves.toMatchObject({
      items: [],
    });
    await synced();
    const { items } = await api.client.listActivity(FABRIC);
    expect(items).toContainEqual(
      expect.objectContaining({
        type: 'commit.pushed',
        actor: 'user:default/mock',
        commit: result.commit.sha,
      }),
    );
  });

  it('an edit by form keeps the layout of all other lines', async () => {
    const before = await source('t-three');
    const { object } = await save('t-three', before.yaml);
    const spec = structuredClone(object!.spec) as {
      subnets: { back: { vlan: number } };
    };
    spec.subnets.back.vlan = 1300;
    const draft = await api.client.saveDraft(
      FABRIC,
      'VPC',
      't-three',
      { action: 'write', object: { ...object!, spec } },
      { ifMatch: '*' },
    );
    expect(draft.yaml).toBe(before.yaml.replace('vlan: 1206', 'vlan: 1300'));
  });

  it('previews files, rules and the plan that it would cause', async () => {
    const { yaml } = await source('t-one');
    await save('t-one', yaml.replace('vlan: 1201', 'vlan: 1291'));
    await save('t-new', teamVpc('t-new', 231));
    await api.client.saveDraft(FABRIC, 'VPC', 't-three', { action: 'delete' });
    const preview = await api.client.previewDrafts(FABRIC, {});
    expect(preview).toMatchObject({ base: await head(), blockers: [] });
    expect(preview.files.map(({ path, action }) => [path, action])).toEqual([
      [`${folder}/teams.yaml`, 'modify'],
      [expect.stringMatching(/\/t-new\.yaml$/), 'add'],
    ]);
    expect(preview.files[0].diff).toContain('+        front: { subnet');
    expect(preview.files[0].diff).toContain('-# t-three: ask the team first');
    expect(preview.plan.known).toBe(true);
    expect(
      preview.plan.lines.map(({ action, name }) => [action, name]),
    ).toEqual(
      expect.arrayContaining([
        ['create', 't-new'],
        ['create', 't-one'],
      ]),
    );
  });

  it('says what is wrong with a draft, keeps it, and does not commit it', async () => {
    const unreadable = await save('t-bad', 'spec: [\n');
    expect(unreadable).toMatchObject({ state: 'invalid', yaml: 'spec: [\n' });
    expect(unreadable.diagnostics[0]).toMatchObject({ severity: 'critical' });
    const other = await save('t-named', teamVpc('t-else', 211));
    expect(other).toMatchObject({
      state: 'invalid',
      message: expect.stringContaining('its text says VPC t-else'),
    });
    const wrong = await save(
      't-wrong',
      teamVpc('t-wrong', 213).replace('vlan: 1213', 'vlan: office'),
    );
    expect(wrong).toMatchObject({ state: 'invalid' });
    expect(wrong.diagnostics).toContainEqual(
      expect.objectContaining({ name: 't-wrong', severity: 'critical' }),
    );
    const before = await head();
    await expect(commit()).rejects.toEqual(status(409));
    expect(await head()).toBe(before);
    const { blockers } = await api.client.previewDrafts(FABRIC, {});
    expect(blockers).toHaveLength(3);
  });

  it('a draft on a changed document is a conflict until somebody who saw it saves', async () => {
    const { yaml } = await source('t-one');
    const mine = await save('t-one', yaml.replace('# short', '# mine'));
    const text = await (await clone()).file(`${folder}/teams.yaml`);
    await push({
      [`${folder}/teams.yaml`]: text.replace(
        '# t-one: ask',
        '# t-one: always ask',
      ),
    });
    await synced();
    const now = await api.client.getDraft(FABRIC, 'VPC', 't-one');
    expect(now).toMatchObject({
      state: 'conflict',
      theirs: {
        yaml: expect.stringContaining('always ask'),
        commit: await head(),
      },
    });
    await expect(commit()).rejects.toEqual(status(409));

    // With the etag from before the change: what was typed is kept, and the conflict too
    const again = await save('t-one', yaml.replace('# short', '# mine!'), {
      ifMatch: mine.etag,
    });
    expect(again.state).toBe('conflict');
    const merged = again.theirs!.yaml!.replace('# short', '# mine!');
    const resolved = await save('t-one', merged, { ifMatch: again.etag });
    expect(resolved).toMatchObject({
      state: 'ready',
      base: { yaml: again.theirs!.yaml },
    });
  });

  it('a draft that began on an older document is a conflict from the start', async () => {
    const before = await source('t-one');
    const text = await (await clone()).file(`${folder}/teams.yaml`);
    await push({
      [`${folder}/teams.yaml`]: text.replace('# t-one:', '# t-one (moved):'),
    });
    await synced();
    const draft = await save('t-one', `${before.yaml}# mine\n`, {
      base: before.commit,
    });
    expect(draft).toMatchObject({
      state: 'conflict',
      base: { yaml: before.yaml, commit: before.commit },
      theirs: { yaml: expect.stringContaining('(moved)') },
    });
  });

  it('takes only the newest etag', async () => {
    const first = await save('t-etag', teamVpc('t-etag', 215));
    await expect(save('t-etag', 'x: 1\n')).rejects.toEqual(status(412));
    const second = await save('t-etag', teamVpc('t-etag', 217), {
      ifMatch: first.etag,
    });
    expect(second.etag).not.toBe(first.etag);
    await expect(
      save('t-etag', 'x: 1\n', { ifMatch: first.etag }),
    ).rejects.toEqual(status(412));
    await expect(
      api.client.deleteDraft(FABRIC, 'VPC', 't-etag', { ifMatch: first.etag }),
    ).rejects.toEqual(status(412));
    await api.client.deleteDraft(FABRIC, 'VPC', 't-etag', {
      ifMatch: second.etag,
    });
    await expect(api.client.getDraft(FABRIC, 'VPC', 't-etag')).rejects.toEqual(
      status(404),
    );
  });

  it('lost updates are impossible: disjoint commits of one base both land, the same document lands once', async () => {
    const [one, two] = [await source('t-one'), await source('t-two')];
    const base = await head();
    await save('t-one', one.yaml.replace('# short', '# first'));
    const first = await commit({ base });
    // The second began before the first was pushed, and says so
    await save('t-two', two.yaml.replace('# short', '# second'), {
      base: one.commit,
    });
    const second = await commit({ base });
    const { file, git } = await clone();
    expect((await git('log', '-2', '--format=%H')).trim().split('\n')).toEqual([
      second.commit.sha,
      first.commit.sha,
    ]);
    const text = await file(`${folder}/teams.yaml`);
    expect(text).toContain('# first');
    expect(text).toContain('# second');

    await save('t-one', one.yaml.replace('# short', '# late'), {
      base: one.commit,
    });
    await expect(commit({ base })).rejects.toEqual(status(409));
    expect(await head()).toBe(second.commit.sha);
    await synced();
  });

  it('the same key commits once', async () => {
    await save('t-key', teamVpc('t-key', 219));
    const key = randomUUID();
    const base = await head();
    const [a, b] = await Promise.all([
      commit({ base }, key),
      commit({ base }, key),
    ]);
    expect(a).toEqual(b);
    await expect(commit({ base }, key)).resolves.toEqual(a);
    expect(await head()).toBe(a.commit.sha);
    await expect(
      commit({ base, message: 'Something else' }, key),
    ).rejects.toEqual(status(409));
    await synced();
  });

  it('pushes to a new branch, and on to it', async () => {
    const main = await head();
    await save('t-branch', teamVpc('t-branch', 221));
    const first = await commit({ branch: 'feature/t-branch' });
    expect(first.branch).toBe('feature/t-branch');
    await save('t-branch-2', teamVpc('t-branch-2', 223));
    const second = await commit({ branch: 'feature/t-branch' });
    const { git } = await clone('feature/t-branch');
    expect((await git('log', '-3', '--format=%H')).trim().split('\n')).toEqual([
      second.commit.sha,
      first.commit.sha,
      main,
    ]);
    expect(await head()).toBe(main);
  });

  it('deletes a document, and a file with its last one', async () => {
    await push({ [`${folder}/single.yaml`]: teamVpc('t-single', 225) });
    await synced();
    for (const name of ['t-single', 't-three']) {
      await api.client.saveDraft(FABRIC, 'VPC', name, { action: 'delete' });
    }
    await commit({ message: 'Remove two' });
    const { git } = await clone();
    expect(await git('show', '--format=', '--name-status', 'HEAD')).toBe(
      `D\t${folder}/single.yaml\nM\t${folder}/teams.yaml\n`,
    );
    await synced();
  });

  it('S1: the person’s own token is used for the push and kept nowhere', async () => {
    await save('t-token', teamVpc('t-token', 233));
    const token = `canary-${randomUUID()}`;
    await commit({ token }, randomUUID());
    const tables: { name: string }[] = await database('sqlite_master')
      .where('type', 'table')
      .select('name');
    for (const { name } of tables) {
      expect(JSON.stringify(await database(name))).not.toContain(token);
    }
    await synced();
  });

  it('begins a fabric whose directory git does not have yet', async () => {
    const { changes, definitions } = replica.engine;
    const fabric = {
      ...definitions.find(({ name }) => name === FABRIC)!,
      name: 'brand-new',
      path: 'fabrics/brand-new',
    };
    const draft = await changes.save(
      fabric,
      { kind: 'VPC', name: 'first' },
      { action: 'write', yaml: teamVpc('first', 10) },
      { actor: 'user:default/ada' },
    );
    expect(draft).toMatchObject({
      state: 'ready',
      file: 'fabrics/brand-new/vpc/first.yaml',
    });
    const { commit: made } = await replica.engine.commits.commit(
      fabric,
      { message: 'Begin', base: await head() },
      { actor: 'user:default/ada' },
    );
    expect(await head()).toBe(made.sha);
    const { file } = await clone();
    expect(await file('fabrics/brand-new/vpc/first.yaml')).toBe(
      teamVpc('first', 10),
    );
    // What would leave nothing at all is refused
    await changes.save(
      fabric,
      { kind: 'VPC', name: 'first' },
      { action: 'delete' },
      { actor: 'user:default/ada' },
    );
    const { blockers } = await changes.preview(fabric);
    expect(blockers).toMatchObject([{ rule: 'draft.empties' }]);
  });

  it.each([
    '../outside.yaml',
    'fabrics/other/x.yaml',
    `${folder}/.git/x.yaml`,
    `${folder}/x.txt`,
    `${folder}//x.yaml`,
    `${folder}/kustomization.yaml`,
  ])('G6: refuses the file %s', async file => {
    await expect(
      save('t-path', teamVpc('t-path', 227), { file }),
    ).rejects.toEqual(status(400));
  });

  it('G5: does not write through a symbolic link', async () => {
    const { git } = await clone();
    const blob = (
      await git('hash-object', '-w', `${folder}/teams.yaml`)
    ).trim();
    await git(
      'update-index',
      '--add',
      '--cacheinfo',
      `120000,${blob},${folder}/link`,
    );
    await git(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@example.invalid',
      'commit',
      '--quiet',
      '-m',
      'A link',
    );
    await git('push', '--quiet', 'origin', 'main');
    await synced();
    const draft = await save('t-link', teamVpc('t-link', 229), {
      file: `${folder}/link/x.yaml`,
    });
    expect(draft).toMatchObject({
      state: 'invalid',
      message: expect.stringContaining(`${folder}/link`),
    });
    await expect(commit()).rejects.toEqual(status(409));
  });
});
