import { GitError } from './GitError';

/** Reads `git cat-file --batch` for blobs. @throws GitError when one is missing or the answer is cut */
export function parseBlobs(
  output: Buffer,
  oids: readonly string[],
): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  const cut = () =>
    new GitError(
      'cache',
      'The local copy of the repository lacks a file and is read anew.',
    );
  let at = 0;
  for (const oid of oids) {
    const lineEnd = output.indexOf(10, at);
    const header = /^([0-9a-f]+) blob (\d+)$/.exec(
      output.toString('latin1', at, Math.max(at, lineEnd)),
    );
    if (lineEnd < 0 || !header || header[1] !== oid) {
      throw cut();
    }
    const start = lineEnd + 1;
    const end = start + Number(header[2]);
    if (end >= output.length) {
      throw cut();
    }
    blobs.set(oid, output.subarray(start, end));
    at = end + 1;
  }
  return blobs;
}
