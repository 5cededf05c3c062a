import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddressPolicy } from '../../fabrics/network';
import { hasSshd, SshServer } from '../__testUtils__/SshServer';
import { TestGitServer } from '../__testUtils__/TestGitServer';
import { GitRemote } from './GitEngine';
import { fingerprintOf } from './SshAccess';
import { SystemGitEngine } from './SystemGitEngine';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

// Skipped where Debian's openssh-server is missing, and seen to be skipped.
const describeWithSshd = hasSshd() ? describe : describe.skip;

describeWithSshd('SystemGitEngine over ssh (needs openssh-server)', () => {
  let repository: TestGitServer;
  let sshd: SshServer;
  let directory: string;
  let remote: GitRemote;
  let git: SystemGitEngine;
  let privateKey: string;
  const policy = AddressPolicy.create(['127.0.0.1']);
  const leftovers = () =>
    readdirSync(tmpdir()).filter(name => name.startsWith('cnoc-ssh-'));

  beforeAll(async () => {
    sshd = await SshServer.start();
    privateKey = sshd.clientKey('other');
    sshd.authorize('other');
  });

  afterAll(() => sshd.stop());

  beforeEach(async () => {
    sshd.authorize('other');
    repository = await TestGitServer.start();
    directory = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
    git = SystemGitEngine.create({ directory, policy });
    remote = {
      name: 'lab',
      url: sshd.urlOf(repository.directory),
      auth: { type: 'ssh', privateKey },
      hostKeys: [sshd.hostKey],
    };
  });

  afterEach(async () => {
    await git.close();
    await repository.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('reads, writes and tells ancestors like any other remote', async () => {
    await expect(git.head(remote, 'main')).rejects.toMatchObject({
      reason: 'empty',
    });
    const first = repository.commit({ 'a.yaml': 'one', 'f/b.yaml': 'b' });
    const sha = repository.commit(
      { 'a.yaml': 'two', 'f/b.yaml': 'b' },
      { parents: [first] },
    );
    await expect(git.head(remote, 'main')).resolves.toBe(sha);
    await expect(git.head(remote, 'mai')).rejects.toMatchObject({
      reason: 'branchMissing',
    });
    await expect(git.branches(remote)).resolves.toEqual([
      { name: 'main', sha },
    ]);
    await git.fetch(remote, sha);
    const [entry] = await git.tree(remote, sha, 'f');
    const blobs = await git.blobs(remote, [entry.oid]);
    expect(Buffer.from(blobs.get(entry.oid)!).toString()).toBe('b');
    const person = { name: 'A', email: 'a@lab.invalid' };
    const change = {
      branch: 'main',
      base: sha,
      expected: sha,
      files: [{ path: 'f/c.yaml', content: Buffer.from('c') }],
      message: 'add c',
      author: person,
      committer: person,
      at: new Date('2026-11-22T03:00:00Z'),
    };
    const made = await git.push(remote, change);
    expect(repository.git(['rev-parse', 'main'])).toBe(made.sha);
    await expect(
      git.push(remote, {
        ...change,
        files: [{ path: 'd.yaml', content: Buffer.from('d') }],
      }),
    ).rejects.toMatchObject({ reason: 'moved' });
    await git.fetch(remote, made.sha);
    await expect(git.isAncestor(remote, first, made.sha)).resolves.toBe(true);
    await expect(
      git.isAncestor(remote, '1'.repeat(40), made.sha),
    ).resolves.toBe(false);
    expect(leftovers()).toEqual([]);
  });

  it('G4: key and passphrase are on no command line, in no environment, and gone afterwards', async () => {
    const sha = repository.commit({ 'a.yaml': 'one' });
    const passphrase = 'canary passphrase';
    const locked = sshd.clientKey('locked', passphrase);
    sshd.authorize('locked');
    const seen: string[] = [];
    const look = setInterval(() => {
      for (const pid of readdirSync('/proc').filter(name =>
        /^\d+$/.test(name),
      )) {
        try {
          seen.push(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
          seen.push(readFileSync(`/proc/${pid}/environ`, 'utf8'));
        } catch {
          // The process has ended meanwhile.
        }
      }
    }, 10);
    const auth = { type: 'ssh', privateKey: locked, passphrase } as const;
    try {
      await git.fetch({ ...remote, auth }, sha);
    } finally {
      clearInterval(look);
    }
    expect(seen.some(text => text.includes('cnoc-ssh-'))).toBe(true);
    expect(seen.some(text => text.includes('canary'))).toBe(false);
    expect(seen.some(text => text.includes('OPENSSH PRIVATE'))).toBe(false);
    await expect(git.tree(remote, sha, '')).resolves.toHaveLength(1);
    await expect(
      git.head({ ...remote, auth: { ...auth, passphrase: 'wrong' } }, 'main'),
    ).rejects.toMatchObject({ reason: 'unauthorized' });
    expect(leftovers()).toEqual([]);
  });

  it('a key that the host does not know is refused', async () => {
    const stranger = sshd.clientKey('stranger');
    await expect(
      git.head(
        { ...remote, auth: { type: 'ssh', privateKey: stranger } },
        'main',
      ),
    ).rejects.toMatchObject({ reason: 'unauthorized' });
    await expect(
      git.head({ ...remote, auth: undefined }, 'main'),
    ).rejects.toMatchObject({ reason: 'unauthorized' });
    await expect(
      git.head({ ...remote, auth: { type: 'token', secret: 'x' } }, 'main'),
    ).rejects.toMatchObject({ reason: 'unsupported' });
  });

  it('a path that is no repository is told', async () => {
    await expect(
      git.head({ ...remote, url: sshd.urlOf('/tmp/none.git') }, 'main'),
    ).rejects.toMatchObject({ reason: 'notFound' });
  });

  it('K22: ssh does not dial a refused address, and dials the one that was checked', async () => {
    const sha = repository.commit({ 'a.yaml': 'one' });
    const strict = SystemGitEngine.create({
      directory,
      policy: AddressPolicy.create([]),
    });
    await expect(strict.head(remote, 'main')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(strict.hostKey(remote)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    const pinning = SystemGitEngine.create({
      directory,
      policy: AddressPolicy.create(['git.fabric.example'], {
        lookup: async () => [{ address: '127.0.0.1' }],
      }),
    });
    const url = remote.url.replace('127.0.0.1', 'git.fabric.example');
    await expect(pinning.head({ ...remote, url }, 'main')).resolves.toBe(sha);
  });

  it('G16: a changed host key is refused with both fingerprints, also after a first use', async () => {
    const sha = repository.commit({ 'a.yaml': 'one' });
    const before = sshd.hostKey;
    await expect(git.hostKey(remote)).resolves.toEqual({
      key: before,
      fingerprint: fingerprintOf(before),
    });
    const unpinned = { ...remote, hostKeys: [] };
    await expect(git.head(unpinned, 'main')).resolves.toBe(sha);
    await sshd.halt();
    sshd.newHostKey();
    await sshd.run();
    const after = sshd.hostKey;
    for (const each of [remote, unpinned]) {
      const failure = await git.head(each, 'main').catch(error => error);
      expect(failure).toMatchObject({
        reason: 'hostKeyChanged',
        facts: {
          pinned: [fingerprintOf(before)],
          shown: fingerprintOf(after),
        },
      });
      expect(failure.message).toContain(fingerprintOf(before));
      expect(failure.message).toContain(fingerprintOf(after));
    }
    await expect(
      git.head({ ...remote, hostKeys: [after] }, 'main'),
    ).resolves.toBe(sha);
  });

  it('a host that is down is unreachable', async () => {
    await sshd.halt();
    await expect(git.head(remote, 'main')).rejects.toMatchObject({
      reason: 'unreachable',
    });
    await expect(git.hostKey(remote)).rejects.toMatchObject({
      reason: 'unreachable',
    });
    await sshd.run();
  });
});
