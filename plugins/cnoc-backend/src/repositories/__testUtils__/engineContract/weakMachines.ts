/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestGitServer } from '../TestGitServer';
import { noise } from '../noise';
import { startEngineProcess } from '../startEngineProcess';
import { EngineHarness } from './EngineHarness';

/** What goes wrong on networks, disks and in processes. */
export function weakMachines(at: EngineHarness): void {
  describe('weak machines and networks', () => {
    it('G17: a server that never answers does not hold up others', async () => {
      const other = await TestGitServer.start();
      const sha = other.commit({ 'a.yaml': 'a' });
      at.server.intercept = () => true;
      const git = at.engine();
      const controller = new AbortController();
      let ended = false;
      const slow = git
        .fetch(at.remote, 'main', controller.signal)
        .finally(() => {
          ended = true;
        });
      slow.catch(() => undefined);
      const healthy = { name: 'other', url: other.url };
      await expect(git.head(healthy, 'main')).resolves.toBe(sha);
      await git.fetch(healthy, sha);
      await expect(git.tree(healthy, sha, '')).resolves.toHaveLength(1);
      expect(ended).toBe(false);
      controller.abort();
      await expect(slow).rejects.toMatchObject({ reason: 'aborted' });
      await other.stop();
    });

    it('G17: a server that never answers ends at the deadline', async () => {
      at.server.intercept = () => true;
      const git = at.engine({ remoteTimeoutMs: 300 });
      await expect(git.head(at.remote, 'main')).rejects.toMatchObject({
        reason: 'timeout',
      });
      await expect(git.fetch(at.remote, 'main')).rejects.toMatchObject({
        reason: 'timeout',
      });
    });

    it('G17: a server that drips one byte after another ends at the deadline', async () => {
      const timers: NodeJS.Timeout[] = [];
      at.server.intercept = (req, res) => {
        res.setHeader(
          'content-type',
          `application/x-git-upload-pack-${
            req.method === 'POST' ? 'result' : 'advertisement'
          }`,
        );
        timers.push(setInterval(() => res.write('0'), 50));
        return true;
      };
      const git = at.engine({ remoteTimeoutMs: 700 });
      await expect(git.head(at.remote, 'main')).rejects.toMatchObject({
        reason: 'timeout',
      });
      await expect(git.fetch(at.remote, 'main')).rejects.toMatchObject({
        reason: 'timeout',
      });
      timers.forEach(clearInterval);
    });

    it('G19: two replicas on one folder fetch at once: one works, both read the same', async () => {
      const sha = at.server.commit({ 'a.yaml': 'one', 'b/c.yaml': 'two' });
      const replicas = [at.engine(), at.engine(), at.engine()];
      const texts = await Promise.all(
        replicas.map(async git => {
          await git.fetch(at.remote, sha);
          return at.textsOf(git, sha);
        }),
      );
      expect(texts[1]).toEqual(texts[0]);
      expect(texts[2]).toEqual(texts[0]);
      const packs = at.server.requests.filter(
        request => !request.path.includes('info/refs'),
      );
      expect(packs.length).toBeLessThanOrEqual(2);
    });

    it('G19: two processes on one folder fetch at once and read the same', async () => {
      const sha = at.server.commit({
        'a.yaml': 'one',
        'b/c.yaml': noise(50_000),
      });
      const task = {
        engine: at.kind,
        directory: at.directory,
        url: at.remote.url,
        sha,
      };
      const outcomes = await Promise.all([
        startEngineProcess(task).outcome,
        startEngineProcess(task).outcome,
      ]);
      expect(outcomes).toEqual([
        'done a.yaml,b/c.yaml',
        'done a.yaml,b/c.yaml',
      ]);
    });

    it('G20: a disk that is full during a fetch leaves the old clone intact', async () => {
      const first = at.server.commit({ 'a.yaml': 'one' });
      const git = at.engine();
      await git.fetch(at.remote, first);
      const sha = at.server.commit({ 'a.yaml': noise(2_000_000) });
      const task = {
        engine: at.kind,
        directory: at.directory,
        url: at.remote.url,
        sha,
      };
      await expect(startEngineProcess(task, 2_000).outcome).resolves.toBe(
        'diskFull',
      );
      await expect(at.textsOf(git, first)).resolves.toEqual({
        'a.yaml': 'one',
      });
      // Room again: the next fetch needs no help.
      await git.fetch(at.remote, sha);
      await expect(git.tree(at.remote, sha, '')).resolves.toHaveLength(1);
    });

    it('G21: kill -9 during a fetch heals without help', async () => {
      const first = at.server.commit({ 'a.yaml': 'one' });
      const git = at.engine();
      await git.fetch(at.remote, first);
      const sha = at.server.commit({ 'a.yaml': noise(400_000) });
      const halfway = new Promise<void>(done => {
        at.server.intercept = (req, res) => {
          if (req.method === 'POST') {
            let held = false;
            const write = res.write.bind(res) as (chunk: Buffer) => boolean;
            res.end = (() => res) as typeof res.end;
            res.write = ((chunk: Buffer) => {
              if (!held) {
                write(chunk.subarray(0, 30_000));
                held = true;
                done();
              }
              return true;
            }) as typeof res.write;
          }
          return false;
        };
      });
      const task = {
        engine: at.kind,
        directory: at.directory,
        url: at.remote.url,
        sha,
      };
      const { child, outcome } = startEngineProcess(task);
      await halfway;
      child.kill('SIGKILL');
      await expect(outcome).resolves.toBe('started');
      at.server.intercept = undefined;
      await git.fetch(at.remote, sha);
      await expect(git.tree(at.remote, sha, '')).resolves.toHaveLength(1);
      await expect(at.textsOf(git, first)).resolves.toEqual({
        'a.yaml': 'one',
      });
    });

    it('G21: a damaged cache and stale locks heal without help', async () => {
      const first = at.server.commit({ 'a.yaml': 'one' });
      const git = at.engine();
      await git.fetch(at.remote, first);
      const [cache] = readdirSync(at.directory, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => join(at.directory, entry.name));
      writeFileSync(join(cache, 'shallow.lock'), '');
      writeFileSync(join(cache, 'objects', 'pack', 'tmp_pack_dead'), 'x');
      // A process that was killed: no process has this number.
      writeFileSync(
        `${cache}.lock`,
        `${execFileSync('hostname').toString().trim()} 4194304`,
      );
      const second = at.server.commit({ 'a.yaml': 'two' });
      await git.fetch(at.remote, second);
      await expect(at.textsOf(git, second)).resolves.toEqual({
        'a.yaml': 'two',
      });
      expect(readdirSync(join(cache, 'objects', 'pack'))).not.toContain(
        'tmp_pack_dead',
      );
      const packs = join(cache, 'objects', 'pack');
      for (const name of readdirSync(packs)) {
        rmSync(join(packs, name));
        writeFileSync(join(packs, name), 'garbage');
      }
      writeFileSync(join(cache, 'HEAD'), 'garbage');
      writeFileSync(join(cache, 'config'), '[garbage');
      const reader = at.engine();
      await reader.fetch(at.remote, second);
      await expect(at.textsOf(reader, second)).resolves.toEqual({
        'a.yaml': 'two',
      });
    });
  });
}
