import { GitBranch } from '../GitEngine';
import { isCommitId } from '../gitNames';
import { gitError } from '../gitFailure';
import { lineOf, packets } from './pktLine';

/** What a git server says of itself when it is first asked. */
export interface Advertisement {
  version: 0 | 2;
  /** By name; with what follows `=`, or ''. */
  capabilities: ReadonlyMap<string, string>;
  /** Version 0 tells all refs at once. */
  refs: GitBranch[];
}

function capabilitiesOf(words: string[]): Map<string, string> {
  return new Map(
    words.filter(Boolean).map(word => {
      const [name, ...value] = word.split('=');
      return [name, value.join('=')];
    }),
  );
}

/** Reads the answer to `info/refs`. @throws GitError `broken`, `tooLarge` */
export async function readAdvertisement(
  body: AsyncIterable<Uint8Array>,
  maxRefs: number,
): Promise<Advertisement> {
  let version: 0 | 2 = 0;
  let capabilities = new Map<string, string>();
  const words: string[] = [];
  const refs: GitBranch[] = [];
  let first = true;
  for await (const one of packets(body)) {
    if (typeof one === 'string') {
      continue;
    }
    const line = lineOf(one);
    if (line.startsWith('ERR ')) {
      throw gitError('notFound');
    }
    if (line.startsWith('# service=') || line === 'version 1') {
      continue;
    }
    if (line === 'version 2') {
      version = 2;
    } else if (version === 2) {
      words.push(line);
    } else {
      const [ref, rest] = line.split('\0');
      if (first) {
        first = false;
        capabilities = capabilitiesOf((rest ?? '').split(' '));
      }
      const [sha, name] = [
        ref.slice(0, ref.indexOf(' ')),
        ref.slice(ref.indexOf(' ') + 1),
      ];
      if (isCommitId(sha) && name !== 'capabilities^{}') {
        if (refs.length >= maxRefs) {
          throw gitError('tooLarge');
        }
        refs.push({ name, sha });
      }
    }
    if (words.length > 1000) {
      throw gitError('broken');
    }
  }
  return {
    version,
    capabilities: version === 2 ? capabilitiesOf(words) : capabilities,
    refs,
  };
}
