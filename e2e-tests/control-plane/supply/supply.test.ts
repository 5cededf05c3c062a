import { execFile } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

jest.setTimeout(60_000);

const run = promisify(execFile);
const assetsTool = join(__dirname, '../assets.mjs');

const moduleOf = (name: string) => pathToFileURL(join(__dirname, name)).href;

/** A program that asks the cache for the build `key`, and builds it by writing both programs and a line in `log`. */
const builder = (log: string) => `
  import { appendFile, writeFile } from 'node:fs/promises';
  import { setTimeout as sleep } from 'node:timers/promises';
  import { cached } from ${JSON.stringify(moduleOf('cache.mjs'))};
  const folder = await cached('key', async partial => {
    await appendFile(${JSON.stringify(log)}, 'built\\n');
    await writeFile(partial + '/etcd', '', { mode: 0o755 });
    // Long enough for the other one to come upon half a build.
    await sleep(300);
    await writeFile(partial + '/kube-apiserver', '', { mode: 0o755 });
  });
  console.log(folder);
`;

describe('the supply of etcd and kube-apiserver', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'cnoc-supply-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const node = (args: string[], env: Record<string, string> = {}) =>
    run(process.execPath, args, {
      env: { PATH: process.env.PATH, XDG_CACHE_HOME: home, ...env },
    });
  const build = (log: string) =>
    node(['--input-type=module', '--eval', builder(log)]);

  it('takes the folder that KUBEBUILDER_ASSETS names, if it is complete', async () => {
    for (const name of ['etcd', 'kube-apiserver']) {
      await writeFile(join(home, name), '');
      await chmod(join(home, name), 0o755);
    }
    const { stdout } = await node([assetsTool], { KUBEBUILDER_ASSETS: home });
    expect(stdout.trim()).toBe(home);

    await rm(join(home, 'etcd'));
    await expect(
      node([assetsTool], { KUBEBUILDER_ASSETS: home }),
    ).rejects.toMatchObject({
      stderr: expect.stringContaining(
        'KUBEBUILDER_ASSETS names a folder without etcd and kube-apiserver',
      ),
    });
  });

  it('says what to run when nothing is built and nothing may be', async () => {
    await expect(node([assetsTool, '--cached'])).rejects.toMatchObject({
      stderr: expect.stringContaining(
        "Run 'node e2e-tests/control-plane/assets.mjs' once",
      ),
    });
  });

  it('builds once for two starts at the same time, and leaves nothing half done', async () => {
    const log = join(home, 'log');
    const [first, second] = await Promise.all([build(log), build(log)]);
    expect(first.stdout).toBe(second.stdout);
    expect((await readdir(first.stdout.trim())).sort()).toEqual([
      'etcd',
      'kube-apiserver',
    ]);
    expect(await readFile(log, 'utf8')).toBe('built\n');
    expect(await readdir(join(home, 'cnoc/control-plane'))).toEqual(['key']);
  });

  it('tries no other way when it is told to end in the middle', async () => {
    const program = `
      import { exitCodeOf } from ${JSON.stringify(moduleOf('exitCodeOf.mjs'))};
      import { runQuietly } from ${JSON.stringify(moduleOf('runQuietly.mjs'))};
      const work = runQuietly(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {}, () => process.kill(process.pid, 'SIGTERM'));
      work.catch(error => { process.exitCode = exitCodeOf(error); });
    `;
    await expect(
      node(['--input-type=module', '--eval', program]),
    ).rejects.toMatchObject({ code: 130, stderr: '' });
  });

  it('takes over from a builder that is gone', async () => {
    const lock = join(home, 'cnoc/control-plane/key.lock');
    await mkdir(lock, { recursive: true });
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(lock, longAgo, longAgo);
    const { stdout } = await build(join(home, 'log'));
    expect(await readdir(stdout.trim())).toHaveLength(2);
  });
});
