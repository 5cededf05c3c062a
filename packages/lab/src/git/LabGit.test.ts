import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmptyLab } from '../testing/emptyLab';
import { runProgram } from '../testing/runProgram';
import type { Lab } from '../Lab';

// real processes and sockets, on machines that are busy with other tests
jest.setTimeout(30_000);

describe('git over smart HTTP', () => {
  let lab: Lab;
  let home: string;

  beforeAll(async () => {
    home = await mkdtemp(path.join(os.tmpdir(), 'lab-git-'));
    ({ lab } = await startEmptyLab());
  });
  afterAll(async () => {
    await lab.stop();
    await rm(home, { recursive: true });
  });

  const git = (cwd: string, ...args: string[]) =>
    runProgram('git', args, {
      cwd,
      env: {
        HOME: home,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: 'test',
        GIT_AUTHOR_EMAIL: 'test@lab.invalid',
        GIT_COMMITTER_NAME: 'test',
        GIT_COMMITTER_EMAIL: 'test@lab.invalid',
      },
    });

  it.each([0, 1, 2])('clones and pushes with protocol %d', async version => {
    const url = lab.git.repositoryUrl('fabrics');
    const clone = path.join(home, `clone-${version}`);
    const cloned = await git(
      home,
      '-c',
      `protocol.version=${version}`,
      'clone',
      '--quiet',
      url,
      clone,
    );
    expect(cloned).toMatchObject({ code: 0, stderr: '' });

    await writeFile(path.join(clone, `new-${version}.yaml`), '# new\n');
    await git(clone, 'add', '.');
    await git(clone, 'commit', '--quiet', '-m', `Version ${version}`);
    const pushed = await git(clone, 'push', '--quiet', 'origin', 'main');
    expect(pushed).toMatchObject({ code: 0 });

    const { stdout: local } = await git(clone, 'rev-parse', 'HEAD');
    const { stdout: remote } = await git(home, 'ls-remote', url, 'main');
    expect(remote.split('\t')[0]).toBe(local.trim());
  });

  it('takes a push that is larger than one request of git', async () => {
    const url = lab.git.repositoryUrl('fabrics');
    const clone = path.join(home, 'large');
    await git(home, 'clone', '--quiet', url, clone);
    await writeFile(path.join(clone, 'noise'), randomBytes(2_000_000));
    await git(clone, 'add', '.');
    await git(clone, 'commit', '--quiet', '-m', 'Noise');
    expect((await git(clone, 'push', '--quiet')).code).toBe(0);
    const { stdout } = await git(clone, 'rev-parse', 'HEAD');
    const { stdout: remote } = await git(home, 'ls-remote', url, 'main');
    expect(remote.split('\t')[0]).toBe(stdout.trim());
  });

  it('serves shallow clones, partial clones and single commits', async () => {
    const url = lab.git.repositoryUrl('fabrics');
    const sha = await lab.git.commit('fabrics', {
      message: 'One more',
      files: { 'a/b.yaml': '# b\n' },
    });
    const shallow = path.join(home, 'shallow');
    const { code } = await git(
      home,
      'clone',
      '--quiet',
      '--bare',
      '--depth=1',
      '--filter=blob:none',
      url,
      shallow,
    );
    expect(code).toBe(0);
    const { stdout } = await git(shallow, 'rev-list', '--all');
    expect(stdout.trim()).toBe(sha);
    const fetched = await git(shallow, 'fetch', '--quiet', url, sha);
    expect(fetched.code).toBe(0);
  });

  it('commits without a clone: other files stay, null removes', async () => {
    await lab.git.commit('other', {
      message: 'First',
      files: { 'a.txt': 'a\n', 'dir/b.txt': 'ü\n' },
      author: { name: 'team', email: 'team@lab.invalid' },
      at: new Date('2026-01-02T03:04:05Z'),
    });
    await lab.git.commit('other', {
      message: 'Second\n\nWith a body.',
      files: { 'a.txt': null, 'c.txt': 'c' },
    });
    const clone = path.join(home, 'other');
    await git(home, 'clone', '--quiet', lab.git.repositoryUrl('other'), clone);
    const { stdout: files } = await git(clone, 'ls-files');
    expect(files.trim().split('\n')).toEqual(['c.txt', 'dir/b.txt']);
    await expect(readFile(path.join(clone, 'dir/b.txt'), 'utf8')).resolves.toBe(
      'ü\n',
    );
    const { stdout: log } = await git(
      clone,
      'log',
      '--format=%an <%ae> %aI %s',
      '--reverse',
    );
    expect(log.split('\n')[0]).toBe(
      'team <team@lab.invalid> 2026-01-02T03:04:05+00:00 First',
    );
  });

  it('commits to branches, one after the other', async () => {
    const shas = await Promise.all(
      [1, 2, 3].map(index =>
        lab.git.commit('branches', {
          message: `Commit ${index}`,
          branch: 'feature/x',
          files: { [`${index}.txt`]: 'x' },
        }),
      ),
    );
    const url = lab.git.repositoryUrl('branches');
    const { stdout } = await git(home, 'ls-remote', url);
    expect(stdout).toBe(`${shas[2]}\trefs/heads/feature/x\n`);
  });

  it.each([
    '/../../etc/passwd.git/info/refs?service=git-upload-pack',
    '/%2e%2e/clusters.git/info/refs?service=git-upload-pack',
    '/absent.git/info/refs?service=git-upload-pack',
    '/fabrics.git/HEAD',
    '/fabrics.git/objects/info/packs',
  ])('G6: has nothing at %s', async address => {
    const response = await fetch(`${lab.git.url}${address}`);
    expect(response.status).toBe(404);
  });

  it.each([
    ['/fabrics.git/info/refs', 'GET', 403],
    ['/fabrics.git/info/refs?service=git-shell', 'GET', 403],
    ['/fabrics.git/git-upload-pack', 'GET', 405],
  ])('refuses %s by %s', async (address, method, code) => {
    const response = await fetch(`${lab.git.url}${address}`, { method });
    expect(response.status).toBe(code);
  });

  it.each(['../up', '.git/config', 'a//b', 'a\nb', '/root', 'x/.GIT/y'])(
    'G6: does not commit to the path %j',
    async file => {
      await expect(
        lab.git.commit('fabrics', { message: 'x', files: { [file]: 'x' } }),
      ).rejects.toMatchObject({ name: 'GitFailure' });
    },
  );

  it.each(['../x', 'a/b', '', 'A', '-x'])(
    'has no repository named %j',
    async name => {
      await expect(
        (async () => lab.git.commit(name, { message: 'x', files: {} }))(),
      ).rejects.toMatchObject({ name: 'GitFailure' });
    },
  );
});
