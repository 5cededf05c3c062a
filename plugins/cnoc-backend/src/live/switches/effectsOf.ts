import type { Link } from '@cnoc/backstage-plugin-cnoc-common';

interface Ways {
  all: number;
  left: number;
  peersBefore: Set<string>;
  peersLeft: Set<string>;
}

const underlay: ReadonlySet<string> = new Set(['fabric', 'mesh']);

/**
 * What is lost while a link is down, one sentence for each link that has one: a server that is cut off, single-homed or on
 * fewer links, a switch with fewer ways to the others. A link of which nothing is known counts as there.
 */
export function effectsOf(links: readonly Link[]): (string | undefined)[] {
  const ways = new Map<string, Ways>();
  for (const link of links) {
    for (const [device, peer] of joinedBy(link)) {
      const way = ways.get(device) ?? {
        all: 0,
        left: 0,
        peersBefore: new Set(),
        peersLeft: new Set(),
      };
      way.all += 1;
      way.peersBefore.add(peer);
      if (link.state !== 'down') {
        way.left += 1;
        way.peersLeft.add(peer);
      }
      ways.set(device, way);
    }
  }
  return links.map(link =>
    link.state === 'down'
      ? joinedBy(link)
          .map(([device]) => sentenceOf(device, ways.get(device)!))
          .join(' ') || undefined
      : undefined,
  );
}

/** Who has a way to whom by this link. */
function joinedBy({ type, ends }: Link): [device: string, peer: string][] {
  const [a, b] = ends;
  if (!a || !b) {
    return [];
  }
  if (underlay.has(type ?? '')) {
    return [
      [a.device, b.device],
      [b.device, a.device],
    ];
  }
  const server = ends.find(end => end.deviceKind === 'Server');
  const other = ends.find(end => end !== server);
  return server && other ? [[server.device, other.device]] : [];
}

function sentenceOf(device: string, way: Ways): string {
  const { all, left, peersBefore, peersLeft } = way;
  if (left === 0) {
    return `${device} is cut off.`;
  }
  if (peersLeft.size === 1 && peersBefore.size > 1) {
    return `${device} is single-homed, on ${[...peersLeft][0]}.`;
  }
  return `${device} has ${left} of ${all} links left.`;
}
