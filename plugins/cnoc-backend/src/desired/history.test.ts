import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { noFence } from '../fabrics/Fence';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { clos, DesiredHarness, vlans } from './__testUtils__/DesiredHarness';
import type { DesiredService } from './DesiredService';

jest.setTimeout(60_000);

const sync = (desired: DesiredService, fabric = clos) =>
  desired.sync(fabric, { fence: noFence });

/** A VPC whose VLAN is out of any range, at a line of its own. */
const vpc = (name: string, comment = '') =>
  `${comment}apiVersion: vpc.githedgehog.com/v1beta1
kind: VPC
metadata:
  name: ${name}
spec:
  subnets:
    default:
      subnet: 10.0.1.0/24
      vlan: 99999
`;

const attachment = `apiVersion: vpc.githedgehog.com/v1beta1
kind: VPCAttachment
metadata:
  name: a
spec:
  subnet: web/default
  connection: c
`;

describe('what was read', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let database: Knex;
    let harness: DesiredHarness;

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
    });

    beforeEach(async () => {
      await emptyTables(database);
      harness = await DesiredHarness.start(database);
      harness.server.git(['config', 'uploadpack.allowFilter', 'true']);
    });

    afterEach(() => harness.stop());

    it('G11: a rewritten history is flagged, and the old commit is still shown', async () => {
      const first = harness.push({ 'f/a.yaml': vlans('one') });
      const desired = harness.replica();
      await sync(desired);
      harness.push({ 'f/b.yaml': vlans('two') });
      harness.push({ 'f/c.yaml': vlans('three') });
      const last = harness.push({ 'f/d.yaml': vlans('four') });
      await expect(sync(desired)).resolves.not.toHaveProperty('rewritten');
      harness.tip = first;
      const forced = harness.push({ 'f/d.yaml': vlans('five') });
      await expect(sync(desired)).resolves.toMatchObject({
        state: 'synced',
        commit: { sha: forced },
        rewritten: true,
      });
      const runs = await harness.replica().syncs('clos', { limit: 2 });
      expect(runs).toMatchObject([
        { commit: { sha: forced }, rewritten: true },
        { commit: { sha: last } },
      ]);
      expect(runs[1]).not.toHaveProperty('rewritten');
      const [{ id: newest }] = runs;
      await expect(
        desired.syncs('clos', { limit: 9, before: newest - 1 }),
      ).resolves.toMatchObject([{ commit: { sha: first } }]);
    });

    it('G11: where the remote does not let it be told, nothing is said', async () => {
      harness.server.git(['config', 'uploadpack.allowFilter', 'false']);
      harness.push({ 'f/a.yaml': vlans('one') });
      const desired = harness.replica();
      await sync(desired);
      harness.tip = undefined;
      harness.push({ 'f/a.yaml': vlans('two') });
      await expect(sync(desired)).resolves.toMatchObject({ state: 'synced' });
      await expect(desired.lastRun('clos')).resolves.not.toHaveProperty(
        'rewritten',
      );
    });

    it.each([
      [
        'a branch that is gone',
        () => {
          harness.server.branches(['next'], harness.tip!);
          harness.server.deleteBranch('main');
        },
        /no branch 'main'/,
      ],
      [
        'a repository without a commit',
        () => harness.server.deleteBranch('main'),
        /no commit yet/,
      ],
      [
        'a tag of the branch’s name',
        () => {
          harness.server.git(['update-ref', 'refs/tags/main', harness.tip!]);
          harness.server.branches(['next'], harness.tip!);
          harness.server.deleteBranch('main');
        },
        /no branch 'main'/,
      ],
    ])(
      'G12: %s fails the run, and no resource goes',
      async (_what, fault, message) => {
        const good = harness.push({ 'f/a.yaml': vlans('one') });
        const desired = harness.replica();
        await sync(desired);
        fault();
        await expect(sync(desired)).resolves.toMatchObject({
          state: 'failed',
          commit: { sha: good },
          message: expect.stringMatching(message),
        });
        await expect(desired.objects('clos')).resolves.toHaveLength(1);
      },
    );

    it('G24: where only signed commits count, an unsigned one is not used', async () => {
      const key = join(harness.directory, 'key');
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
      const config = ['gpg.format=ssh', `user.signingkey=${key}`];
      const sign = (sha: string) => {
        const parents = harness.server
          .git(['log', '-1', '--format=%P', sha])
          .split(' ')
          .filter(Boolean);
        harness.tip = harness.server.git([
          ...['user.name=a', 'user.email=a@lab.invalid', ...config].flatMap(
            one => ['-c', one],
          ),
          'commit-tree',
          '-S',
          ...parents.flatMap(parent => ['-p', parent]),
          '-m',
          'signed',
          `${sha}^{tree}`,
        ]);
        harness.server.git(['update-ref', 'refs/heads/main', harness.tip]);
        return harness.tip;
      };
      harness.repository = {
        requireSignedCommits: true,
        allowedSigners: `a@lab.invalid ${readFileSync(`${key}.pub`, 'utf8')}`,
      };
      const good = sign(harness.push({ 'f/a.yaml': vlans('one') }));
      const desired = harness.replica();
      await expect(sync(desired)).resolves.toMatchObject({
        state: 'synced',
        commit: { sha: good },
      });
      harness.push({ 'f/b.yaml': vlans('two') });
      await expect(sync(desired)).resolves.toMatchObject({
        state: 'failed',
        commit: { sha: good },
        message: expect.stringMatching(/only signed commits.*not signed/),
      });
      await expect(desired.objects('clos')).resolves.toHaveLength(1);
      // A person who is trusted no more
      harness.repository = { requireSignedCommits: true };
      await expect(sync(harness.replica())).resolves.toMatchObject({
        state: 'failed',
      });
      harness.repository = {};
      await expect(sync(harness.replica())).resolves.toMatchObject({
        state: 'synced',
        changed: { files: 2, written: 1, removed: 0 },
      });
    });

    it('shapes that the cluster serves are used for checking, and told', async () => {
      harness.push({ 'f/a.yaml': vlans('one') });
      const desired = harness.replica();
      await expect(sync(desired)).resolves.toMatchObject({ diagnostics: [] });
      const note = {
        rule: 'schema.differs',
        severity: 'info' as const,
        message: 'x',
      };
      harness.served = {
        shapes: {
          VLANNamespace: { type: 'group', doc: '', fields: {} },
        },
        notes: [note],
      };
      const run = await sync(desired);
      expect(run.changed).toEqual({ files: 0, written: 0, removed: 0 });
      expect(run.diagnostics).toContainEqual(note);
      expect(run.diagnostics[0]).toMatchObject({
        severity: 'critical',
        path: 'spec.ranges',
      });
      harness.wait();
      await expect(desired.poll(clos)).resolves.toEqual({ changed: false });
    });

    it('G23: what a commit says of itself is one inert line, cut', async () => {
      harness.push(
        { 'f/a.yaml': vlans('one') },
        {
          name: '\u001b[31mEve\u202e <b>',
          message: `\u001b]0;x\u0007<img src=x>\r\n${'x'.repeat(1_000_000)}`,
        },
      );
      const desired = harness.replica();
      await sync(desired);
      const [{ commit }] = await desired.syncs('clos', { limit: 1 });
      expect(commit!.message).toBe(']0;x <img src=x>');
      expect(commit!.author).toMatch(/Eve b$/);
      // eslint-disable-next-line no-control-regex -- control characters are what must be gone
      expect(JSON.stringify(commit)).not.toMatch(/[\u0000-\u001f\u202e]/);
    });

    it('a finding names the line of the field, in whichever file and process it is found', async () => {
      harness.push({
        'f/a.yaml': vpc('web', '# the first\n# network\n'),
        'f/b.yaml': attachment,
      });
      const lineIn = async (desired: DesiredService, rule: RegExp) =>
        (await desired.lastRun('clos')).diagnostics
          .filter(({ path }) => rule.test(path ?? ''))
          .map(({ file, line }) => `${file}:${line}`);
      const desired = harness.replica();
      await sync(desired);
      await expect(lineIn(desired, /vlan$/)).resolves.toContain('f/a.yaml:11');
      harness.push({ 'f/x.yaml': vlans('x') });
      const successor = harness.replica();
      await expect(sync(successor)).resolves.toMatchObject({
        changed: { files: 1 },
      });
      await expect(lineIn(successor, /vlan$/)).resolves.toContain(
        'f/a.yaml:11',
      );
      // A file that did not change, of which something new is to be said
      harness.push({ 'f/a.yaml': vpc('other') });
      await expect(sync(successor)).resolves.toMatchObject({
        changed: { files: 1 },
      });
      await expect(lineIn(successor, /^spec.subnet$/)).resolves.toContain(
        'f/b.yaml:6',
      );
    });

    it('gives the document of a resource byte for byte, from the commit that is held', async () => {
      const text = `# first\n${vlans(
        'one',
      )}---\r\n# second, with an é\r\n${vlans('two')}  # the end\n`;
      const sha = harness.push({ 'f/a.yaml': text });
      const desired = harness.replica();
      await sync(desired);
      harness.push({ 'f/a.yaml': 'kind: [' });
      await sync(desired);
      const found = await desired.source(clos, 'VLANNamespace', 'two');
      expect(found).toMatchObject({ file: 'f/a.yaml', line: 11, commit: sha });
      expect(text.endsWith(found.text)).toBe(true);
      expect(found.text).toMatch(/^# second, with an é\r\n[^]*# the end\n$/);
      await expect(desired.fileText(clos, 'f/a.yaml')).resolves.toBe(text);
      await expect(
        desired.source(clos, 'VLANNamespace', 'three'),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await expect(desired.fileText(clos, 'g/b.yaml')).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    });

    it('pages files by path, and goes on when the last one is gone', async () => {
      harness.push({
        'f/b.yaml': vlans('two'),
        'f/a.yaml': `${vlans('one')}---\n${vlans('more')}`,
        'f/c/d.yaml': vlans('three'),
      });
      const desired = harness.replica();
      await sync(desired);
      const first = await desired.files('clos', { limit: 2 });
      expect(first).toMatchObject({
        total: 3,
        files: [
          {
            path: 'f/a.yaml',
            resources: [{ name: 'one' }, { name: 'more' }],
          },
          { path: 'f/b.yaml' },
        ],
      });
      const rest = { limit: 2, after: first.next };
      await expect(desired.files('clos', rest)).resolves.toMatchObject({
        files: [{ path: 'f/c/d.yaml' }],
      });
      harness.push({ 'f/b.yaml': undefined });
      await sync(desired);
      await expect(desired.files('clos', rest)).resolves.toMatchObject({
        files: [{ path: 'f/c/d.yaml' }],
      });
    });
  });
});
