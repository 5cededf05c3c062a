import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { noFence } from '../fabrics/Fence';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import {
  clos,
  DesiredHarness,
  mesh,
  vlans,
} from './__testUtils__/DesiredHarness';
import type { DesiredService } from './DesiredService';

jest.setTimeout(60_000);

const sync = (desired: DesiredService, fabric = clos) =>
  desired.sync(fabric, { fence: noFence });

describe('incremental reading', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let database: Knex;
    let harness: DesiredHarness;
    const writes: string[] = [];
    const names = async (desired: DesiredService, fabric = clos.name) =>
      (await desired.objects(fabric)).map(({ name }) => name);

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
      database.on('query', ({ sql }: { sql: string }) => {
        if (/^(insert|update|delete)/i.test(sql)) writes.push(sql);
      });
    });

    beforeEach(async () => {
      await emptyTables(database);
      harness = await DesiredHarness.start(database);
      writes.length = 0;
    });

    afterEach(() => harness.stop());

    it('B8: reads and writes exactly what changed, and says so', async () => {
      harness.push({
        'f/a.yaml': vlans('one'),
        'f/b.yaml': vlans('two'),
        'f/c.yaml': vlans('three'),
        'g/d.yaml': vlans('other'),
      });
      const desired = harness.replica();
      await expect(sync(desired)).resolves.toMatchObject({
        changed: { files: 3, written: 3, removed: 0 },
      });
      harness.push({
        'f/a.yaml': vlans('one', 2000),
        'f/c.yaml': undefined,
        'f/new.yaml': vlans('four'),
        'g/d.yaml': vlans('other', 2000),
      });
      await expect(sync(desired)).resolves.toMatchObject({
        state: 'synced',
        changed: { files: 2, written: 2, removed: 1 },
      });
      await expect(names(desired)).resolves.toEqual(['four', 'one', 'two']);
      await expect(names(harness.replica())).resolves.toEqual([
        'four',
        'one',
        'two',
      ]);
      expect(
        await database('desired_files').where({ fabric: 'clos' }).pluck('path'),
      ).toEqual(expect.arrayContaining(['f/a.yaml', 'f/b.yaml', 'f/new.yaml']));
    });

    it('B8: a successor goes on where the process before it ended', async () => {
      harness.push({ 'f/a.yaml': vlans('one'), 'f/b.yaml': vlans('two') });
      await sync(harness.replica());
      harness.push({ 'f/b.yaml': vlans('two', 2000) });
      const successor = harness.replica();
      await expect(sync(successor)).resolves.toMatchObject({
        changed: { files: 1, written: 1, removed: 0 },
      });
      await expect(names(successor)).resolves.toEqual(['one', 'two']);
    });

    it('B9: when nothing changed, nothing is read and nothing written', async () => {
      harness.push({ 'f/a.yaml': vlans('one') });
      const desired = harness.replica();
      await sync(desired);
      const asked = harness.server.requests.length;
      writes.length = 0;
      await expect(sync(desired)).resolves.toMatchObject({ state: 'synced' });
      harness.wait();
      await expect(desired.poll(clos)).resolves.toEqual({ changed: false });
      await expect(harness.replica().poll(clos)).resolves.toEqual({
        changed: false,
      });
      expect(writes.filter(sql => /desired_|sync_runs/.test(sql))).toEqual([]);
      // Three times the same question after the head
      expect(harness.server.requests.length - asked).toBeLessThanOrEqual(6);
    });

    it('the same tree at a new commit writes the run and nothing else', async () => {
      harness.push({ 'f/a.yaml': vlans('one'), 'g/b.yaml': vlans('m') });
      const desired = harness.replica();
      await sync(desired);
      const sha = harness.push({ 'g/b.yaml': vlans('m', 2000) });
      writes.length = 0;
      await expect(sync(desired)).resolves.toMatchObject({
        commit: { sha },
        changed: { files: 0, written: 0, removed: 0 },
      });
      expect(writes.filter(sql => /desired_/.test(sql))).toEqual([]);
      expect(
        writes.filter(sql => /insert into .sync_runs/.test(sql)),
      ).toHaveLength(1);
    });

    it('fabrics of one repository share one fetch of a commit', async () => {
      harness.push({ 'f/a.yaml': vlans('one'), 'g/b.yaml': vlans('m') });
      const desired = harness.replica();
      const fetches = () =>
        harness.server.requests.filter(({ path }) =>
          path.endsWith('git-upload-pack'),
        ).length;
      await desired.poll(clos);
      const alone = fetches();
      expect(alone).toBeGreaterThan(0);
      await desired.poll(mesh);
      expect(fetches()).toBe(alone);
      await expect(names(desired, 'mesh')).resolves.toEqual(['m']);
    });

    it('a refused commit is remembered: the commit that mends it costs one file', async () => {
      harness.push({ 'f/a.yaml': vlans('one') });
      const desired = harness.replica();
      await sync(desired);
      harness.push({
        'f/b.yaml': vlans('two'),
        'f/c.yaml': vlans('three'),
        'f/d.yaml': 'kind: [',
      });
      await expect(sync(desired)).resolves.toMatchObject({
        state: 'failed',
        changed: { files: 3, written: 0, removed: 0 },
      });
      harness.push({ 'f/d.yaml': vlans('four') });
      await expect(sync(desired)).resolves.toMatchObject({
        state: 'synced',
        changed: { files: 1, written: 3, removed: 0 },
      });
      await expect(names(desired)).resolves.toEqual([
        'four',
        'one',
        'three',
        'two',
      ]);
    });

    it('G25: what was read of one revision never stands for another', async () => {
      harness.push({ 'f/a.yaml': vlans('one', 2001) });
      const desired = harness.replica();
      await sync(desired);
      // A revision that is refused, and is read whole all the same
      harness.push({ 'f/a.yaml': vlans('one', 2002), 'f/x.yaml': 'kind: [' });
      await sync(desired);
      const third = harness.push({
        'f/a.yaml': vlans('one', 2001),
        'f/x.yaml': undefined,
      });
      await expect(sync(desired)).resolves.toMatchObject({
        state: 'synced',
        commit: { sha: third },
        changed: { files: 0, written: 0, removed: 0 },
      });
      const rangeOf = async (replica: DesiredService) =>
        (await replica.get('clos', 'VLANNamespace', 'one'))?.object.spec;
      await expect(rangeOf(desired)).resolves.toEqual({
        ranges: [{ from: 1000, to: 2001 }],
      });
      // The same contents in another place, or for another namespace, are other resources
      harness.push({ 'f/b/a.yaml': vlans('one', 2001), 'f/a.yaml': undefined });
      await expect(sync(desired)).resolves.toMatchObject({
        changed: { files: 1, written: 1, removed: 0 },
      });
      const elsewhere = { ...clos, namespace: 'other' };
      await expect(sync(desired, elsewhere)).resolves.toMatchObject({
        changed: { files: 1, written: 1, removed: 0 },
      });
      await expect(
        desired.get('clos', 'VLANNamespace', 'one'),
      ).resolves.toMatchObject({
        file: 'f/b/a.yaml',
        canonical: { metadata: { namespace: 'other' } },
      });
    });

    it('a move between files and lines leaves one resource, where it is now', async () => {
      harness.push({ 'f/a.yaml': vlans('one'), 'f/b.yaml': vlans('two') });
      const desired = harness.replica();
      await sync(desired);
      harness.push({
        'f/a.yaml': undefined,
        'f/b.yaml': `${vlans('two')}---\n${vlans('one')}`,
      });
      await expect(sync(desired)).resolves.toMatchObject({
        changed: { files: 1, written: 1, removed: 0 },
      });
      await expect(
        desired.get('clos', 'VLANNamespace', 'one'),
      ).resolves.toMatchObject({ file: 'f/b.yaml', line: 9 });
    });

    it('G18: a branch that advances during a sync gives one commit, whole', async () => {
      const first = harness.push({
        'f/a.yaml': vlans('a', 2001),
        'f/b.yaml': vlans('b', 2001),
      });
      const desired = harness.replica();
      let second: string | undefined;
      harness.server.intercept = request => {
        if (request.method === 'POST' && second === undefined) {
          const isFetch = request.url!.endsWith('git-upload-pack');
          // Once the head was told, everything changes
          if (isFetch && harness.server.requests.length > 2) {
            second = harness.push({
              'f/a.yaml': vlans('a', 2002),
              'f/b.yaml': vlans('b', 2002),
            });
          }
        }
        return false;
      };
      const run = await sync(desired);
      expect(second).toBeDefined();
      const ends = async () =>
        (await desired.objects('clos')).map(
          ({ object }) =>
            (object.spec as { ranges: { to: number }[] }).ranges[0].to,
        );
      await expect(ends()).resolves.toEqual(
        run.commit?.sha === first ? [2001, 2001] : [2002, 2002],
      );
      await expect(sync(desired)).resolves.toMatchObject({
        commit: { sha: second },
      });
      await expect(ends()).resolves.toEqual([2002, 2002]);
    });

    it('G19: two replicas that read at once leave one result', async () => {
      harness.push({ 'f/a.yaml': vlans('a'), 'f/b.yaml': vlans('b') });
      const other = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
      try {
        const replicas = [harness.replica(), harness.replica(other)];
        for (const change of [{}, { 'f/b.yaml': vlans('c') }]) {
          harness.push({ 'f/d.yaml': vlans('d'), ...change });
          const ended = await Promise.allSettled(
            replicas.map(replica => sync(replica)),
          );
          // The later one finds other rows than those it started from
          for (const one of ended) {
            expect(one.status === 'fulfilled' || one.reason.name).toEqual(
              one.status === 'fulfilled' ? true : 'ConflictError',
            );
          }
          await Promise.all(replicas.map(replica => sync(replica)));
        }
        for (const replica of replicas) {
          await expect(names(replica)).resolves.toEqual(['a', 'c', 'd']);
          await expect(replica.lastRun('clos')).resolves.toMatchObject({
            state: 'synced',
            commit: { sha: harness.tip },
          });
        }
        const rows = await database('desired_resources').pluck('name');
        expect(rows.sort()).toEqual(['a', 'c', 'd']);
      } finally {
        rmSync(other, { recursive: true, force: true });
      }
    });
  });
});
