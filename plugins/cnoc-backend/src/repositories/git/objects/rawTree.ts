import { gitError } from '../gitFailure';

/** One entry of a tree as git stores it. Names are bytes: not every name is text (G22). */
export interface RawEntry {
  mode: string;
  name: Buffer;
  oid: string;
}

export const DIRECTORY = '40000';

export function isDirectory(entry: RawEntry): boolean {
  return entry.mode === DIRECTORY || entry.mode === '040000';
}

/** Reads a tree object. @throws GitError `cache` when it is not one */
export function readRawTree(
  content: Uint8Array,
  oidBytes: 20 | 32 = 20,
): RawEntry[] {
  const bytes = Buffer.from(
    content.buffer,
    content.byteOffset,
    content.byteLength,
  );
  const entries: RawEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at);
    const nul = bytes.indexOf(0, space);
    const end = nul + 1 + oidBytes;
    if (space < 0 || nul < 0 || end > bytes.length) {
      throw gitError('cache');
    }
    entries.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.subarray(space + 1, nul),
      oid: bytes.toString('hex', nul + 1, end),
    });
    at = end;
  }
  return entries;
}

// git sorts a directory as if its name ended with a slash.
function sortKey(entry: RawEntry): Buffer {
  return isDirectory(entry)
    ? Buffer.concat([entry.name, Buffer.from('/')])
    : entry.name;
}

export function writeRawTree(entries: readonly RawEntry[]): Buffer {
  const sorted = [...entries].sort((a, b) =>
    Buffer.compare(sortKey(a), sortKey(b)),
  );
  return Buffer.concat(
    sorted.flatMap(({ mode, name, oid }) => [
      Buffer.from(`${mode} `, 'latin1'),
      name,
      Buffer.from([0]),
      Buffer.from(oid, 'hex'),
    ]),
  );
}
