import { isUnsafePath } from '../gitNames';
import { gitError } from '../gitFailure';
import { isDirectory, RawEntry } from '../objects/rawTree';

const modes = new Set(['100644', '100664', '100755', '120000', '160000']);

/** Refuses the trees that `git fsck` refuses (case G6). @throws GitError `rejected` */
export function checkTree(entries: readonly RawEntry[]): void {
  const names = new Set<string>();
  for (const entry of entries) {
    const key = entry.name.toString('latin1');
    const text = entry.name.toString('utf8');
    const sound =
      !names.has(key) &&
      !key.includes('/') &&
      !isUnsafePath(text) &&
      !/^0+$/.test(entry.oid) &&
      (modes.has(entry.mode) || isDirectory(entry));
    if (!sound) {
      throw gitError('rejected');
    }
    names.add(key);
  }
}
