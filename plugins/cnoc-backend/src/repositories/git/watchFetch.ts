import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { directorySize } from './directorySize';
import { GitBudgets } from './GitBudgets';
import { GitError } from './GitError';
import { gitError } from './gitFailure';

/** Objects that the largest pack, also one half received, says it holds. */
async function announcedObjects(cache: string): Promise<number> {
  const folder = join(cache, 'objects', 'pack');
  const names = await readdir(folder).catch(() => []);
  const counts = await Promise.all(
    names
      .filter(name => name.startsWith('tmp_pack') || name.endsWith('.pack'))
      .map(async name => {
        const handle = await open(join(folder, name)).catch(() => undefined);
        if (!handle) {
          return 0;
        }
        const { bytesRead, buffer } = await handle
          .read(Buffer.alloc(12), 0, 12, 0)
          .finally(() => handle.close());
        return bytesRead === 12 ? buffer.readUInt32BE(8) : 0;
      }),
  );
  return Math.max(0, ...counts);
}

/** Looks at what git is writing while it fetches (cases G8, G9). */
export async function watchFetch(
  cache: string,
  budgets: GitBudgets,
): Promise<GitError | undefined> {
  const large =
    (await directorySize(cache)) > budgets.maxRepositoryBytes ||
    (await announcedObjects(cache)) > budgets.maxObjects;
  return large ? gitError('tooLarge') : undefined;
}
