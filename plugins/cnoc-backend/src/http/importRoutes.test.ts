import { randomUUID } from 'node:crypto';
import type { ImportRequest } from '@cnoc/backstage-plugin-cnoc-common';
import { Lab } from '@cnoc/lab';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { eventually } from '../__testUtils__/eventually';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import { gitClone } from '../changes/__testUtils__/gitClone';

jest.setTimeout(120_000);

const databases = testDatabases();
const FABRIC = 'lab-clos';
const folder = `fabrics/${FABRIC}`;

const namespace = (name: string, more = '') =>
  `apiVersion: vpc.githedgehog.com/v1beta1\nkind: IPv4Namespace\nmetadata:\n  name: ${name}\n${more}spec:\n  subnets: [10.77.0.0/16]\n`;

describe('import', () => {
  let lab: Lab;
  let replica: TestEngine;
  let api: TestApi;

  beforeAll(async () => {
    lab = await Lab.start({ agents: false });
    const database = await databases.init('SQLITE_3');
    await migrateUp(database);
    replica = await startTestEngine({ lab, database });
    api = await startTestApi(replica.engine);
    await compared();
  });
  afterAll(async () => {
    await api?.close();
    await replica?.stop();
    await lab?.stop();
  });
  beforeEach(() => api.client.discardDrafts(FABRIC));

  async function compared() {
    await eventually(async () => {
      const { status } = await api.client.getFabric(FABRIC);
      expect(status.drift.state).toBe('drifted');
    });
  }

  const run = (request: ImportRequest, idempotencyKey?: string) =>
    api.client.importResources(FABRIC, request, { idempotencyKey });
  const upload = (yaml: string, more: Partial<ImportRequest> = {}) =>
    run({ source: 'upload', yaml, ...more });
  const drafts = async () => (await api.client.listDrafts(FABRIC)).items;

  it('gives each document of an upload its verdict, with its line, and drafts to the good ones', async () => {
    const git = (await api.client.listResources(FABRIC, { kind: 'VPC' }))
      .items[0];
    const { yaml } = await api.client.getResourceSource(
      FABRIC,
      'VPC',
      git.name,
    );
    // Says the same without its comments
    const same = yaml.replace(/^\s*#.*\n/gm, '');
    const parts = [
      `# why it is here\n${namespace('u-new')}`,
      same,
      same.replace(/vlan: \d+/, 'vlan: 1777'),
      namespace('u-new'),
      'kind: [\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n',
      namespace('u-elsewhere', '  namespace: other\n'),
      `${namespace('u-wrong')}  wrong: 1\n`,
    ];
    const text = parts.join('---\n');
    const lineOf = (index: number) =>
      parts.slice(0, index).join('---\n').split('\n').length +
      (index > 0 ? 1 : 0);
    const result = await upload(text);
    expect(
      result.items.map(({ verdict, name, line }) => [verdict, name, line]),
    ).toEqual([
      ['create', 'u-new', 2],
      ['same', git.name, lineOf(1)],
      // The second of one name in an upload is never guessed at
      ['invalid', git.name, lineOf(2)],
      ['invalid', 'u-new', lineOf(3)],
      ['invalid', undefined, expect.any(Number)],
      ['invalid', 'x', lineOf(5)],
      ['invalid', 'u-elsewhere', lineOf(6)],
      ['invalid', 'u-wrong', lineOf(7)],
    ]);
    expect(result.counts).toEqual({
      create: 1,
      update: 0,
      same: 1,
      invalid: 6,
    });
    expect(result.saved).toBe(1);
    for (const { diagnostics } of result.items.slice(2)) {
      expect(diagnostics.length).toBeGreaterThan(0);
    }
    await expect(
      api.client.getDraft(FABRIC, 'IPv4Namespace', 'u-new'),
    ).resolves.toMatchObject({
      action: 'create',
      state: 'ready',
      yaml: `# why it is here\n${namespace('u-new')}`,
      file: result.items[0].file,
    });
  });

  it('keeps the comments of git for what kubectl printed', async () => {
    const file = `${folder}/kept.yaml`;
    const kept = namespace('u-kept').replace(
      'spec:',
      'spec: # agreed with the campus',
    );
    await lab.git.commit('fabrics', { message: 'x', files: { [file]: kept } });
    await eventually(async () => {
      await api.client.getResourceSource(FABRIC, 'IPv4Namespace', 'u-kept');
    });
    const { items } = await upload(
      `apiVersion: vpc.githedgehog.com/v1beta1
kind: IPv4Namespace
metadata:
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{}'
  creationTimestamp: "2026-01-01T00:00:00Z"
  generation: 2
  name: u-kept
  namespace: default
  resourceVersion: "17"
  uid: 6a1f
spec:
  subnets:
  - 10.78.0.0/16
status: {}
`,
    );
    expect(items).toMatchObject([{ verdict: 'update', file }]);
    const draft = await api.client.getDraft(FABRIC, 'IPv4Namespace', 'u-kept');
    expect(draft.yaml).toBe(kept.replace('10.77', '10.78'));
  });

  it('takes 1,000 documents in one call, into one file, in one commit', async () => {
    const names = Array.from(
      { length: 1_000 },
      (_, i) => `bulk-${String(i).padStart(3, '0')}`,
    );
    const yaml = names
      .map(
        (name, i) =>
          `apiVersion: wiring.githedgehog.com/v1beta1\nkind: Server\nmetadata:\n  name: ${name}\nspec:\n  description: number ${i}\n`,
      )
      .join('---\n');
    const file = `${folder}/bulk.yaml`;
    const dry = await upload(yaml, { file, dryRun: true });
    expect(dry).toMatchObject({ saved: 0, counts: { create: 1_000 } });
    await expect(drafts()).resolves.toEqual([]);

    const result = await upload(yaml, { file });
    expect(result).toMatchObject({
      saved: 1_000,
      counts: { create: 1_000, update: 0, same: 0, invalid: 0 },
    });
    expect(new Set(result.items.map(one => one.file))).toEqual(new Set([file]));
    const preview = await api.client.previewDrafts(FABRIC, {});
    expect(preview).toMatchObject({ blockers: [], moreFiles: 0 });
    expect(preview.files).toHaveLength(1);
    expect(preview.plan.counts.create).toBe(1_000);
    expect(preview.plan.lines).toHaveLength(200);
    expect(preview.plan.moreLines).toBe(800);
    const { commit } = await api.client.commitDrafts(FABRIC, {
      message: 'Bulk',
      base: preview.base,
    });
    const clone = await gitClone(lab.git.repositoryUrl('fabrics'));
    try {
      expect((await clone.git('rev-parse', 'HEAD')).trim()).toBe(commit.sha);
      expect(await clone.file(file)).toBe(yaml);
    } finally {
      await clone.remove();
    }
  });

  it('takes over what somebody changed in the cluster, in the lines of git', async () => {
    const resources = (
      await api.client.listResources(FABRIC, { state: 'drifted' })
    ).items.map(({ kind, name }) => ({ kind, name }));
    expect(resources.length).toBeGreaterThan(0);
    const result = await run({ source: 'cluster', resources });
    expect(result.items.map(({ verdict }) => verdict)).toEqual(
      resources.map(() => 'update'),
    );
    const preview = await api.client.previewDrafts(FABRIC, { resources });
    expect(preview.blockers).toEqual([]);
    // What git then says is what the cluster has: nothing is left to deploy
    expect(preview.plan).toMatchObject({ known: true, lines: [] });
    for (const { before, after } of preview.files) {
      const lines = new Set(after!.split('\n'));
      const lost = before!.split('\n').filter(line => !lines.has(line));
      expect(lost.length).toBeLessThan(10);
      expect(lost.filter(line => /^\s*#/.test(line))).toEqual([]);
    }
  });

  it('imports one orphan into a file of its own, without what the server added', async () => {
    const [orphan] = (
      await api.client.listResources(FABRIC, { state: 'orphaned' })
    ).items;
    const resources = [{ kind: orphan.kind, name: orphan.name }];
    const { items } = await run({ source: 'cluster', resources });
    expect(items).toMatchObject([
      { verdict: 'create', file: expect.stringContaining(`${folder}/`) },
    ]);
    const draft = await api.client.getDraft(FABRIC, orphan.kind, orphan.name);
    expect(draft).toMatchObject({ state: 'ready', action: 'create' });
    expect(draft.yaml).not.toMatch(
      /uid|resourceVersion|managedFields|status|namespace: default\n.*metadata/,
    );
    const preview = await api.client.previewDrafts(FABRIC, {});
    expect(preview.plan.lines).toEqual([]);
  });

  it('imports whole kinds, and says what is the same', async () => {
    const { counts, items } = await run({
      source: 'cluster',
      kinds: ['Switch', 'Server'],
      dryRun: true,
    });
    expect(counts.same).toBeGreaterThan(0);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(['Switch', 'Server']),
    );
  });

  it('refuses what the cluster does not have', async () => {
    await expect(
      run({ source: 'cluster', resources: [{ kind: 'VPC', name: 'none' }] }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });

  it('leaves the draft of somebody else alone, and takes its own anew', async () => {
    const definition = replica.engine.definitions.find(
      ({ name }) => name === FABRIC,
    )!;
    await replica.engine.changes.save(
      definition,
      { kind: 'IPv4Namespace', name: 'u-hers' },
      { action: 'write', yaml: namespace('u-hers') },
      { actor: 'user:default/ada' },
    );
    const both = `${namespace('u-hers')}---\n${namespace('u-mine')}`;
    for (const _time of [1, 2]) {
      const { items, saved } = await upload(both);
      expect(items).toMatchObject([
        {
          verdict: 'invalid',
          diagnostics: [{ rule: 'import.draftExists' }],
        },
        { verdict: 'create' },
      ]);
      expect(saved).toBe(1);
    }
  });

  it('the same key imports once', async () => {
    const request: ImportRequest = {
      source: 'upload',
      yaml: namespace('u-key'),
    };
    const key = randomUUID();
    const first = await run(request, key);
    await api.client.discardDrafts(FABRIC);
    await expect(run(request, key)).resolves.toEqual(first);
    await expect(drafts()).resolves.toEqual([]);
    await expect(
      run({ ...request, yaml: namespace('u-other') }, key),
    ).rejects.toMatchObject({ statusCode: 409 });
  });

  it('takes a List apart', async () => {
    const { items } = await upload(
      `apiVersion: v1\nkind: List\nitems:\n${['l-one', 'l-two']
        .map(
          name =>
            `- apiVersion: vpc.githedgehog.com/v1beta1\n  kind: IPv4Namespace\n  metadata: {name: ${name}}\n  spec: {subnets: [10.79.0.0/16]}\n`,
        )
        .join('')}`,
    );
    expect(items).toMatchObject([
      { verdict: 'create', name: 'l-one', line: 4 },
      { verdict: 'create', name: 'l-two', line: 8 },
    ]);
    for (const draft of await drafts()) expect(draft.state).toBe('ready');
  });
});
