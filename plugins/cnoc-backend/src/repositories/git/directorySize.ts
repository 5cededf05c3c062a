import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of all files below a directory; files that vanish meanwhile count nothing. */
export async function directorySize(directory: string): Promise<number> {
  let total = 0;
  const entries = await readdir(directory, { withFileTypes: true }).catch(
    () => [],
  );
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      total += await directorySize(path);
    } else {
      total += await stat(path).then(
        facts => facts.size,
        () => 0,
      );
    }
  }
  return total;
}
