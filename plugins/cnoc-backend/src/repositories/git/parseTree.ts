import { TreeEntry } from './GitEngine';

const types: Record<string, TreeEntry['type']> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'file',
  '120000': 'symlink',
  '160000': 'submodule',
};

/** Reads `git ls-tree -r -z --long`; `prefix` is the directory that was listed. */
export function parseTree(output: Uint8Array, prefix: string): TreeEntry[] {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const lenient = new TextDecoder('utf-8');
  const entries: TreeEntry[] = [];
  let start = 0;
  while (start < output.length) {
    const end = output.indexOf(0, start);
    const record = output.subarray(start, end < 0 ? output.length : end);
    start = end < 0 ? output.length : end + 1;
    const tab = record.indexOf(9);
    const [mode, , oid, size] = lenient
      .decode(record.subarray(0, tab))
      .split(/ +/);
    const name = record.subarray(tab + 1);
    let path: string;
    let badName = false;
    try {
      path = strict.decode(name);
    } catch {
      path = lenient.decode(name);
      badName = true;
    }
    entries.push({
      path: prefix ? `${prefix}/${path}` : path,
      type: types[mode] ?? 'file',
      oid,
      size: Number(size) || 0,
      ...(badName && { badName }),
    });
  }
  return entries;
}
