import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { lockFolder } from './lockFolder';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'lab-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const leaveLockOf = (pid: number | undefined) =>
    writeFile(path.join(folder, 'lab.lock'), String(pid));

  it('leaves nothing when it is let go', async () => {
    const unlock = await lockFolder(folder);
    expect(await readdir(folder)).toEqual(['lab.lock']);
    await unlock();
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses while another process holds it', async () => {
    await leaveLockOf(process.ppid);
    await expect(lockFolder(folder)).rejects.toThrow(
      'Another lab is using this data folder: stop it, or choose another folder with CNOC_LAB_DATA',
    );
  });

  it('G21: is taken over from a process that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await leaveLockOf(pid);
    const unlock = await lockFolder(folder);
    await unlock();
    expect(await readdir(folder)).toEqual([]);
  });
});
