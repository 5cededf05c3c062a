import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { GitObject } from './GitObject';

const typeNumber: Record<GitObject['type'], number> = {
  commit: 1,
  tree: 2,
  blob: 3,
};
const compress = promisify(deflate);

/** Type and size as a pack has them before each object: four bits of size, then seven to a byte. */
function header(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size & 15)];
  let rest = Math.floor(size / 16);
  while (rest > 0) {
    bytes[bytes.length - 1] |= 0x80;
    bytes.push(rest & 0x7f);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from(bytes);
}

/** A pack of whole objects (no deltas), version 2. */
export async function writePack(
  objects: readonly GitObject[],
  oidLength: number,
): Promise<Buffer> {
  const start = Buffer.alloc(12);
  start.write('PACK', 'latin1');
  start.writeUInt32BE(2, 4);
  start.writeUInt32BE(objects.length, 8);
  const parts = [start];
  for (const { type, content } of objects) {
    parts.push(
      header(typeNumber[type], content.length),
      await compress(content),
    );
  }
  const body = Buffer.concat(parts);
  const sum = createHash(oidLength === 64 ? 'sha256' : 'sha1')
    .update(body)
    .digest();
  return Buffer.concat([body, sum]);
}
