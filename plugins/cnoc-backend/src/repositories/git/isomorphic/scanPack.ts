import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { GitError } from '../GitError';
import { gitError } from '../gitFailure';

export interface PackLimits {
  maxObjects: number;
  maxInflatedBytes: number;
}

const OFS_DELTA = 6;
const REF_DELTA = 7;
const hashBytes = 20;

/** Node gives the engine with `info`; its types do not know. */
type Inflated = { buffer: Buffer; engine: { bytesWritten: number } };

function inflate(input: Buffer, size: number): Inflated {
  try {
    return inflateSync(input, {
      info: true,
      // A stream that holds more than it said is not read to its end.
      maxOutputLength: Math.max(size, 1),
      chunkSize: Math.min(Math.max(size, 64), 64 * 1024),
    }) as unknown as Inflated;
  } catch {
    throw gitError('broken');
  }
}

/** A number in a delta's head: seven bits a byte, lowest first. */
function deltaNumber(
  bytes: Buffer,
  from: number,
): { value: number; at: number } {
  let value = 0;
  let factor = 1;
  let at = from;
  for (;;) {
    if (at >= bytes.length || at - from > 7) {
      throw gitError('broken');
    }
    const byte = bytes[at];
    at += 1;
    value += (byte & 0x7f) * factor;
    factor *= 128;
    if (byte < 0x80) {
      return { value, at };
    }
  }
}

/**
 * Looks through a pack before anything unpacks it (cases G8 to G10): its sum, its number of objects, and how many
 * bytes they come to, deltas by what they say they yield.
 *
 * @throws GitError `broken` or `tooLarge`
 */
export function scanPack(pack: Buffer, limits: PackLimits): void {
  if (
    pack.length < 12 + hashBytes ||
    pack.toString('latin1', 0, 4) !== 'PACK'
  ) {
    throw gitError('broken');
  }
  const end = pack.length - hashBytes;
  const sum = createHash('sha1').update(pack.subarray(0, end)).digest();
  if (!sum.equals(pack.subarray(end))) {
    throw gitError('broken');
  }
  const count = pack.readUInt32BE(8);
  if (count > limits.maxObjects) {
    throw gitError('tooLarge');
  }
  let left = limits.maxInflatedBytes;
  const take = (bytes: number) => {
    left -= bytes;
    if (left < 0) {
      throw new GitError(
        'tooLarge',
        'The repository inflates to more than CNOC reads; the last commit read stays in use.',
      );
    }
  };
  let at = 12;
  for (let index = 0; index < count; index += 1) {
    if (at >= end) {
      throw gitError('broken');
    }
    let byte = pack[at];
    at += 1;
    const type = (byte >> 4) & 7;
    let size = byte & 15;
    let factor = 16;
    while (byte >= 0x80) {
      byte = pack[at];
      at += 1;
      size += (byte & 0x7f) * factor;
      factor *= 128;
    }
    if (type === 0 || type === 5 || at >= end) {
      throw gitError('broken');
    }
    take(size);
    if (type === OFS_DELTA) {
      while (pack[at] >= 0x80) {
        at += 1;
      }
      at += 1;
    } else if (type === REF_DELTA) {
      at += hashBytes;
    }
    const { buffer, engine } = inflate(pack.subarray(at, end), size);
    if (buffer.length !== size) {
      throw gitError('broken');
    }
    if (type === OFS_DELTA || type === REF_DELTA) {
      const base = deltaNumber(buffer, 0);
      take(deltaNumber(buffer, base.at).value);
    }
    at += engine.bytesWritten;
  }
  if (at !== end) {
    throw gitError('broken');
  }
}
