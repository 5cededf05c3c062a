import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddressPolicy } from '../fabrics/network';
import { GitRemote } from './GitEngine';
import { SystemGitEngine } from './SystemGitEngine';
import { TestGitServer } from './__testUtils__/TestGitServer';

describe('SystemGitEngine', () => {
  let server: TestGitServer;
  let directory: string;
  let remote: GitRemote;
  const policy = AddressPolicy.create(['127.0.0.1']);

  const engine = (budgets = {}) =>
    SystemGitEngine.create({ directory, policy, budgets });

  beforeEach(async () => {
    server = await TestGitServer.start();
    directory = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
    remote = { name: 'lab', url: server.url };
  });

  afterEach(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('reads head, tree, blobs and commit of a remote', async () => {
    const sha = server.commit(
      {
        'fabrics/a/vpc.yaml': 'kind: VPC\n',
        'fabrics/a/deep/empty.yaml': '',
        'fabrics/b/other.yaml': 'kind: Switch\n',
        'README.md': 'hello',
      },
      { message: 'first line\n\nmore' },
    );
    const git = engine();
    await expect(git.head(remote, 'main')).resolves.toBe(sha);
    await git.fetch(remote, sha);
    const tree = await git.tree(remote, sha, 'fabrics/a');
    expect(tree.map(({ path, type, size }) => [path, type, size])).toEqual([
      ['fabrics/a/deep/empty.yaml', 'file', 0],
      ['fabrics/a/vpc.yaml', 'file', 10],
    ]);
    const blobs = await git.blobs(
      remote,
      tree.map(entry => entry.oid),
    );
    expect(
      tree.map(entry => Buffer.from(blobs.get(entry.oid)!).toString()),
    ).toEqual(['', 'kind: VPC\n']);
    await expect(git.commit(remote, sha)).resolves.toEqual({
      sha,
      message: 'first line',
      author: 'network-team',
      at: '2026-03-01T10:00:00.000Z',
    });
    await expect(git.tree(remote, sha, '')).resolves.toHaveLength(4);
  });

  it('a git that would ignore the hardening is not used', async () => {
    const old = join(directory, 'old-git');
    writeFileSync(old, '#!/bin/sh\necho git version 2.25.1\n', { mode: 0o755 });
    await expect(
      SystemGitEngine.create({ directory, policy, binary: old }).head(
        remote,
        'main',
      ),
    ).rejects.toThrow(/2\.31 or newer/);
    await expect(
      SystemGitEngine.create({
        directory,
        policy,
        binary: join(directory, 'none'),
      }).head(remote, 'main'),
    ).rejects.toThrow(/install git/);
    expect(server.requests).toHaveLength(0);
  });

  it('one fetch serves all paths of a commit', async () => {
    const sha = server.commit({ 'a.yaml': 'a' });
    const git = engine();
    await git.fetch(remote, sha);
    const before = server.requests.length;
    await git.fetch(remote, sha);
    expect(server.requests).toHaveLength(before);
  });

  it('G1: ext:: in a remote never reaches git', async () => {
    const owned = join(directory, 'owned');
    await expect(
      engine().head({ name: 'x', url: `ext::sh -c touch% ${owned}` }, 'main'),
    ).rejects.toThrow();
    expect(existsSync(owned)).toBe(false);
  });

  it('G2: a branch named like an option is refused', async () => {
    await expect(engine().head(remote, '--output=x')).rejects.toMatchObject({
      name: 'InputError',
    });
    expect(server.requests).toHaveLength(0);
  });

  it('G3: file:// is refused before git starts', async () => {
    await expect(
      engine().head({ name: 'x', url: `file://${directory}` }, 'main'),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('K22: a remote on a refused address is not dialled', async () => {
    const strict = SystemGitEngine.create({
      directory,
      policy: AddressPolicy.create([]),
    });
    await expect(strict.head(remote, 'main')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(server.requests).toHaveLength(0);
  });

  it('K22: a name is dialled at the address that was checked', async () => {
    const sha = server.commit({ 'a.yaml': 'a' });
    const pinning = SystemGitEngine.create({
      directory,
      policy: AddressPolicy.create(['git.fabric.example'], {
        lookup: async () => [{ address: '127.0.0.1' }],
      }),
    });
    await expect(
      pinning.head(
        { name: 'x', url: `http://git.fabric.example:${server.port}/x.git` },
        'main',
      ),
    ).resolves.toBe(sha);
  });

  it('G4: the token goes by a header, and to no command line', async () => {
    server.commit({ 'a.yaml': 'a' });
    const commandLines: string[] = [];
    server.intercept = () => {
      for (const pid of readdirSync('/proc').filter(name =>
        /^\d+$/.test(name),
      )) {
        try {
          commandLines.push(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
        } catch {
          // The process has ended meanwhile.
        }
      }
      return false;
    };
    await engine().head({ ...remote, token: 'canary-token' }, 'main');
    expect(commandLines.some(line => line.includes('ls-remote'))).toBe(true);
    const basic = Buffer.from('git:canary-token').toString('base64');
    expect(server.requests[0].authorization).toBe(`Basic ${basic}`);
    expect(commandLines.join()).not.toContain('canary-token');
    expect(commandLines.join()).not.toContain(basic);
  });

  it('G5: links are told from files and never followed', async () => {
    const sha = server.commit({
      'f/passwd.yaml': { mode: '120000', content: '/etc/passwd' },
      'f/sub': { mode: '160000', oid: '1'.repeat(40) },
      linked: { mode: '120000', content: 'f' },
    });
    const git = engine();
    await git.fetch(remote, sha);
    const types = (await git.tree(remote, sha, 'f')).map(each => each.type);
    expect(types).toEqual(['symlink', 'submodule']);
    await expect(git.tree(remote, sha, 'linked')).rejects.toMatchObject({
      name: 'GitError',
    });
  });

  it.each(['..', '.git', '.GIT', 'git~1'])(
    'G6: a tree with the entry %s is rejected',
    async name => {
      server.commit({ 'a.yaml': 'good' });
      const sha = server.commit({ [`f/${name}/config`]: 'x', 'a.yaml': 'a' });
      const git = engine();
      await expect(git.fetch(remote, sha)).rejects.toMatchObject({
        reason: 'rejected',
        message: expect.stringMatching(/unsafe/),
      });
    },
  );

  it('G8, G9: a repository beyond the byte cap is stopped and leaves nothing', async () => {
    const noise = Buffer.alloc(3_000_000);
    for (let i = 0; i < noise.length; i += 1) {
      noise[i] = (i * 2654435761) >>> 13;
    }
    const sha = server.commit({ 'big.yaml': noise });
    const small = engine({ maxRepositoryBytes: 100, remoteTimeoutMs: 20_000 });
    // The connection stays open after the pack, so that the watcher gets its turn.
    server.intercept = (req, res) => {
      if (req.url!.includes('git-upload-pack') && req.method === 'POST') {
        const end = res.end.bind(res);
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- overloads of end()
        res.end = ((...args: any[]) => {
          if (args[0]) {
            res.write(args[0]);
          }
          setTimeout(() => end(), 1_000);
          return res;
        }) as typeof res.end;
      }
      return false;
    };
    await expect(small.fetch(remote, sha)).rejects.toMatchObject({
      reason: 'tooLarge',
    });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('G8: a listing or a read beyond its cap is stopped', async () => {
    const sha = server.commit({ 'a.yaml': 'x'.repeat(5_000) });
    const git = engine({ maxReadBytes: 1_000, maxListingBytes: 1_000_000 });
    await git.fetch(remote, sha);
    const [{ oid }] = await git.tree(remote, sha, '');
    await expect(git.blobs(remote, [oid])).rejects.toMatchObject({
      reason: 'tooLarge',
    });
  });

  it('G10: a pack that breaks off is an error, and what was fetched before stays', async () => {
    const first = server.commit({ 'a.yaml': 'one' });
    const git = engine();
    await git.fetch(remote, first);
    const second = server.commit({ 'a.yaml': 'two' });
    server.intercept = (req, res) => {
      if (req.method !== 'POST') {
        return false;
      }
      res.setHeader('content-type', 'application/x-git-upload-pack-result');
      res.write('000dpackfile\n0020\u0001PACK');
      setTimeout(() => res.destroy(), 20);
      return true;
    };
    await expect(git.fetch(remote, second)).rejects.toMatchObject({
      name: 'GitError',
      retryable: true,
    });
    await expect(git.tree(remote, first, '')).resolves.toHaveLength(1);
    server.intercept = undefined;
    await git.fetch(remote, second);
    await expect(git.tree(remote, second, '')).resolves.toHaveLength(1);
  });

  it('G11: a rewritten history is read like any other', async () => {
    const first = server.commit({ 'a.yaml': 'one' });
    const git = engine();
    await git.fetch(remote, first);
    const rewritten = server.commit({ 'b.yaml': 'two' }, { message: 'other' });
    await expect(git.head(remote, 'main')).resolves.toBe(rewritten);
    await git.fetch(remote, rewritten);
    const [entry] = await git.tree(remote, rewritten, '');
    expect(entry.path).toBe('b.yaml');
    await expect(git.commit(remote, first)).resolves.toMatchObject({
      sha: first,
    });
  });

  it('G12: no branch, an empty repository, no directory: each its own state', async () => {
    const git = engine();
    await expect(git.head(remote, 'main')).rejects.toMatchObject({
      reason: 'branchMissing',
    });
    const sha = server.commit({ 'a.yaml': 'one' });
    await expect(git.head(remote, 'mai')).rejects.toMatchObject({
      reason: 'branchMissing',
    });
    await git.fetch(remote, sha);
    await expect(git.tree(remote, sha, 'fabrics')).rejects.toMatchObject({
      reason: 'pathMissing',
    });
    server.deleteBranch('main');
    await expect(git.head(remote, 'main')).rejects.toMatchObject({
      reason: 'branchMissing',
      retryable: false,
    });
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'notFound'],
    [429, 'throttled'],
    [503, 'unreachable'],
  ])('G14: status %d is %s', async (status, reason) => {
    server.intercept = (_req, res) => {
      res.statusCode = status;
      res.end('<html>inner.example:8080 says no</html>');
      return true;
    };
    const failure = await engine()
      .head({ ...remote, token: 'canary-token' }, 'main')
      .catch(error => error);
    expect(failure).toMatchObject({ name: 'GitError', reason });
    expect(failure.message).not.toMatch(/canary|inner|127\.0\.0\.1|html/);
  });

  it('G14: a redirect to another host is not followed with the token', async () => {
    const other = await TestGitServer.start();
    server.intercept = (_req, res) => {
      res.writeHead(302, { location: `${other.url}/info/refs` });
      res.end();
      return true;
    };
    await expect(
      engine().head({ ...remote, token: 'canary-token' }, 'main'),
    ).rejects.toMatchObject({ reason: 'redirected' });
    expect(other.requests).toHaveLength(0);
    await other.stop();
  });

  it('G17: a server that never answers ends at the deadline', async () => {
    server.intercept = () => true;
    await expect(
      engine({ remoteTimeoutMs: 300 }).head(remote, 'main'),
    ).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('an abort ends git', async () => {
    server.intercept = () => true;
    const controller = new AbortController();
    const asking = engine().head(remote, 'main', controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(asking).rejects.toMatchObject({ reason: 'aborted' });
  });

  it('G21: a damaged cache and a stale lock heal without help', async () => {
    const first = server.commit({ 'a.yaml': 'one' });
    const git = engine();
    await git.fetch(remote, first);
    const [cache] = readdirSync(directory);
    writeFileSync(join(directory, cache, 'shallow.lock'), '');
    const second = server.commit({ 'a.yaml': 'two' });
    await git.fetch(remote, second);
    await expect(git.tree(remote, second, '')).resolves.toHaveLength(1);
    writeFileSync(join(directory, cache, 'HEAD'), 'garbage');
    writeFileSync(join(directory, cache, 'config'), '[garbage');
    await git.fetch(remote, second);
    await expect(git.tree(remote, second, '')).resolves.toHaveLength(1);
  });

  it('G23: author and message are inert and cut', async () => {
    const sha = server.commit(
      { 'a.yaml': 'a' },
      {
        message: `\u001b[31mred\u001b[0m <b>x</b>\u202e ${'y'.repeat(5_000)}`,
        name: 'ops\u0007 team',
      },
    );
    const git = engine();
    await git.fetch(remote, sha);
    const commit = await git.commit(remote, sha);
    expect(commit.message).toMatch(/^red <b>x<\/b> y+…$/);
    expect(commit.message).toHaveLength(200);
    expect(commit.author).toBe('ops team');
  });
});
