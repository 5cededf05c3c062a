import { GitError } from '../GitError';
import { gitError } from '../gitFailure';
import { packets } from './pktLine';

/** What the server says in words instead of a pack. */
function fetchRefusal(words: string): GitError {
  return /not our ref|unadvertised|not valid|no such|upload-pack: .*want/i.test(
    words,
  )
    ? gitError('commitMissing')
    : gitError('broken');
}

/** Hands on the bytes of the pack in an answer. @throws GitError where there is none, or not all of it */
export async function takePack(
  body: AsyncIterable<Uint8Array>,
  take: (chunk: Uint8Array) => Promise<void>,
): Promise<void> {
  let inPack = false;
  let ended = false;
  for await (const one of packets(body)) {
    if (typeof one === 'string') {
      ended = inPack && one === 'flush';
      continue;
    }
    const band = one[0];
    // Before the pack come lines of text; they never begin with a band's number.
    if (band === 1 && one.length > 1) {
      inPack = true;
      await take(one.subarray(1));
    } else if (band === 3) {
      throw fetchRefusal(one.toString('utf8', 1, 1000));
    } else if (band !== 2 && one.toString('latin1', 0, 4) === 'ERR ') {
      throw fetchRefusal(one.toString('utf8', 4, 1000));
    }
  }
  if (!ended) {
    throw gitError('broken');
  }
}
