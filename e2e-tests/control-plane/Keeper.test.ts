import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '@cnoc/lab/src/testing';
import { Keeper } from './Keeper';

jest.setTimeout(30_000);

const newFolder = () => mkdtemp(join(tmpdir(), 'cnoc-keeper-'));
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('Keeper', () => {
  it('ends the servers and removes their folder when the tests are killed', async () => {
    const folder = await newFolder();
    const tests = spawn(
      process.execPath,
      [join(__dirname, 'keptServer.mjs'), folder],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const [line] = await once(tests.stdout, 'data');
    const server = Number(line);
    expect(isAlive(server)).toBe(true);

    tests.kill('SIGKILL');

    await waitUntil('the server is gone', () => !isAlive(server));
    await waitUntil('the folder is gone', () => !existsSync(folder));
  });

  it('says why a server did not start', async () => {
    const keeper = Keeper.create(await newFolder());
    try {
      await keeper.start('failing', process.execPath, [
        '-e',
        'console.error("the port is taken"); process.exit(3)',
      ]);
      await expect(
        waitUntil('it ended', async () => {
          await keeper.assertRuns('failing');
          return false;
        }),
      ).rejects.toThrow(/failing ended \(3\)[^]*the port is taken/);
      await expect(
        keeper.start('absent', join(keeper.folder, 'absent'), []),
      ).rejects.toThrow('absent ended (ENOENT)');
    } finally {
      await keeper.end();
    }
    expect(existsSync(keeper.folder)).toBe(false);
  });
});
