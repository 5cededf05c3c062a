import { GitError } from '../GitError';
import { Advertisement } from './Advertisement';
import { DELIMITER, FLUSH, packet } from './pktLine';

export interface PackWish {
  want: string;
  /** Commits that are here already, without their history. */
  haves: readonly string[];
  depth: number;
  /** Leaves out trees and files, where the server knows how. */
  commitsOnly?: boolean;
}

export const AGENT = 'agent=cnoc\n';

/** Whether the server can leave trees and files out of a pack. */
export function canFilter({ version, capabilities }: Advertisement): boolean {
  const features = capabilities.get('fetch') ?? '';
  return version === 2 && features.split(' ').includes('filter');
}

/** The question for a pack, in the version that the server speaks. @throws GitError `unsupported` for a server too old */
export function packRequest(wish: PackWish, said: Advertisement): Buffer {
  return said.version === 2 ? fetchRequest(wish) : oldFetchRequest(wish, said);
}

function fetchRequest(wish: PackWish): Buffer {
  return Buffer.concat([
    packet('command=fetch\n'),
    packet(AGENT),
    packet('object-format=sha1\n'),
    DELIMITER,
    packet('ofs-delta\n'),
    packet('no-progress\n'),
    packet(`want ${wish.want}\n`),
    ...wish.haves.map(sha => packet(`shallow ${sha}\n`)),
    packet(`deepen ${wish.depth}\n`),
    ...(wish.commitsOnly ? [packet('filter tree:0\n')] : []),
    ...wish.haves.map(sha => packet(`have ${sha}\n`)),
    packet('done\n'),
    FLUSH,
  ]);
}

function oldFetchRequest(wish: PackWish, said: Advertisement): Buffer {
  // Some servers insist on multi_ack although nothing is offered that they could acknowledge.
  const wanted = [
    'ofs-delta',
    'no-progress',
    'side-band-64k',
    'multi_ack',
    'shallow',
  ]
    .filter(word => said.capabilities.has(word))
    .filter(word => word !== 'shallow');
  if (
    !said.capabilities.has('side-band-64k') ||
    !said.capabilities.has('shallow')
  ) {
    throw new GitError(
      'unsupported',
      'The git server is too old for this engine; install git on the machine that runs the backend.',
    );
  }
  return Buffer.concat([
    packet(`want ${wish.want} ${wanted.join(' ')} agent=cnoc\n`),
    packet(`deepen ${wish.depth}\n`),
    FLUSH,
    packet('done\n'),
  ]);
}
