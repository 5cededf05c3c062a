import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes sure that only one lab writes to a data folder, and returns the way to let it go. What a killed lab left behind
 * does not count. Throws when another process is at it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'lab.lock');
  await mkdir(folder, { recursive: true });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
      const owner = Number(await readFile(file, 'utf8').catch(() => ''));
      if (isOtherProcess(owner)) {
        break;
      }
      await rm(file, { force: true });
    }
  }
  throw new Error(
    'Another lab is using this data folder: stop it, or choose another folder with CNOC_LAB_DATA',
  );
}

/** In a container a new process often has the number of the one that was killed: one's own number is no other. */
function isOtherProcess(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
