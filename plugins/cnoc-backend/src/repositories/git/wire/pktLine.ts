import { gitError } from '../gitFailure';

/** One packet of git's wire protocol: its payload, or one of the three marks. */
export type Packet = Buffer | 'flush' | 'delimiter' | 'end';

const marks = ['flush', 'delimiter', 'end'] as const;

export const FLUSH = Buffer.from('0000');
export const DELIMITER = Buffer.from('0001');

export function packet(payload: string): Buffer {
  const body = Buffer.from(payload);
  const length = (body.length + 4).toString(16).padStart(4, '0');
  return Buffer.concat([Buffer.from(length), body]);
}

/**
 * Cuts a stream into packets; what follows the last whole packet is an error.
 *
 * @throws GitError `broken`
 */
export async function* packets(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Packet> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : Buffer.from(chunk);
    let at = 0;
    while (held.length - at >= 4) {
      const digits = held.toString('latin1', at, at + 4);
      const length = /^[0-9a-f]{4}$/i.test(digits) ? parseInt(digits, 16) : 3;
      if (length === 3) {
        throw gitError('broken');
      }
      if (length < 3) {
        yield marks[length];
        at += 4;
      } else if (held.length - at >= length) {
        yield held.subarray(at + 4, at + length);
        at += length;
      } else {
        break;
      }
    }
    held = held.subarray(at);
  }
  if (held.length > 0) {
    throw gitError('broken');
  }
}

/** The text of a packet without its line end. */
export function lineOf(one: Buffer): string {
  return one.toString('utf8').replace(/\n$/, '');
}
