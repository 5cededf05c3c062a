import { gitError, pushRefusal } from '../gitFailure';
import { lineOf, packets } from './pktLine';

/** The main stream of a multiplexed answer. */
export async function* bandOne(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const one of packets(body)) {
    if (typeof one !== 'string' && one[0] === 1) {
      yield one.subarray(1);
    } else if (typeof one !== 'string' && one[0] === 3) {
      throw pushRefusal(one.toString('utf8', 1, 1000));
    }
  }
}

/** Reads what the server says of a push. @throws GitError unless the ref was moved */
export async function readReport(
  body: AsyncIterable<Uint8Array>,
  ref: string,
): Promise<void> {
  let unpacked = false;
  let done = false;
  for await (const one of packets(body)) {
    if (typeof one === 'string') {
      continue;
    }
    const line = lineOf(one);
    if (line === 'unpack ok') {
      unpacked = true;
    } else if (line.startsWith('unpack ')) {
      throw pushRefusal(line);
    } else if (line.startsWith('ng ')) {
      throw pushRefusal(line.slice(line.indexOf(' ', 3) + 1));
    } else if (line === `ok ${ref}`) {
      done = true;
    }
  }
  if (!unpacked || !done) {
    throw gitError('broken');
  }
}
