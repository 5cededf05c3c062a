import { mayCall, shownOf } from './gateway';
import { homingsOf } from './homings';
import { openInside, peered } from './inside';
import { all, Objects, one } from './objects';
import { outsideOf } from './outside';
import { emptyPlaces, endpointsOf, Place, text } from './places';
import { gatewaysOf, touch, walk } from './walk';

/*
 * Reachability the slow way: every question walks the plain objects again. Shares no code with what it checks, so that
 * a fault would have to be made twice.
 */

/**
 * All that holds in a fabric, one text a fact. What a gateway lets only one side open ends with the direction: `→` when the
 * first of the two opens, `←` when the second does.
 */
export interface Truth {
  memberships: Set<string>;
  pairs: Set<string>;
  outside: Set<string>;
  /** What subnets may reach, whoever is in them. */
  networks: Set<string>;
  /** Redundancy level and links by device. */
  homings: Map<string, { level: number; links: number }>;
}

export function truthOf(objects: Objects): Truth {
  const endpoints = endpointsOf(objects);
  const pairs = new Set<string>();
  const outside = new Set<string>();
  const calls = new Map<string, boolean>();
  for (const a of endpoints) {
    for (const b of endpoints) {
      if (a.server === b.server) continue;
      for (const via of ['vpc', 'vpcPeering'] as const) {
        if (reaches(objects, a, b, via)) pairs.add(pairText(a, b, via));
      }
      if (opensThroughGateway(objects, a, b, calls))
        pairs.add(pairText(a, b, 'gatewayPeering'));
    }
    for (const fact of outsideOf(objects, a)) outside.add(`${text(a)} ${fact}`);
  }
  return {
    memberships: new Set(endpoints.map(text)),
    pairs,
    outside,
    networks: networksOf(objects, calls),
    homings: homingsOf(objects, endpoints),
  };
}

/** A pair of servers; through a gateway with `→` or `←` for the one that opens, which is `a`. */
export function pairText(
  a: { server: string; vpc: string; subnet: string },
  b: { server: string; vpc: string; subnet: string },
  via: string,
): string {
  return ordered(
    [a, b].map(({ server, vpc, subnet }) => `${server}@${vpc}/${subnet}`),
    via,
  );
}

/** Without the side that opens. */
export function bothWays(fact: string): string {
  return fact.replace(/ [→←]$/, '');
}

function ordered([first, second]: string[], via: string): string {
  const ends = [first, second].sort();
  const arrow = ends[0] === first ? '→' : '←';
  return `${ends.join(' ')} ${via}${
    via === 'gatewayPeering' ? ` ${arrow}` : ''
  }`;
}

function networksOf(
  objects: Objects,
  calls: Map<string, boolean>,
): Set<string> {
  const networks = new Set<string>();
  const places = emptyPlaces(objects);
  const everywhere = all(objects, 'Switch').map(
    ({ metadata }) => metadata.name,
  );
  for (const a of places) {
    for (const b of places) {
      const ends = [a, b].map(({ vpc, subnet }) => `${vpc}/${subnet}`);
      const spec = one(objects, 'VPC', a.vpc).spec;
      if (a.vpc === b.vpc && openInside(spec, a.subnet, b.subnet))
        networks.add(ordered(ends, 'vpc'));
      if (a.vpc !== b.vpc && peered(objects, a, b))
        networks.add(ordered(ends, 'vpcPeering'));
      // Someone on every switch meets whomever a gateway leads to.
      const [left, right] = [a, b].map(place => ({
        ...place,
        switches: everywhere,
      }));
      if (opensThroughGateway(objects, left, right, calls))
        networks.add(ordered(ends, 'gatewayPeering'));
    }
    for (const fact of outsideOf(objects, { ...a, switches: everywhere }))
      networks.add(`${a.vpc}/${a.subnet} ${fact}`);
  }
  return networks;
}

function reaches(
  objects: Objects,
  a: Place,
  b: Place,
  via: 'vpc' | 'vpcPeering',
): boolean {
  const isOpen =
    via === 'vpc'
      ? a.vpc === b.vpc &&
        openInside(one(objects, 'VPC', a.vpc).spec, a.subnet, b.subnet)
      : a.vpc !== b.vpc && peered(objects, a, b);
  return isOpen && touch(walk(objects, a.switches), b.switches);
}

/** `calls`: what gateways said of two subnets before, as asking them takes longest. */
function opensThroughGateway(
  objects: Objects,
  a: Place,
  b: Place,
  calls: Map<string, boolean>,
): boolean {
  const from = walk(objects, a.switches);
  const to = walk(objects, b.switches);
  return all(objects, 'GatewayPeering').some(({ metadata, spec }) => {
    if (a.vpc === b.vpc || !spec.peering[a.vpc] || !spec.peering[b.vpc])
      return false;
    // Every island of the group's gateways serves, whichever of them it is.
    const isServed = gatewaysOf(objects, spec.gatewayGroup ?? 'default').some(
      switches => switches.some(name => from.has(name) && to.has(name)),
    );
    if (!isServed) return false;
    const key = `${metadata.name} ${a.vpc}/${a.subnet} ${b.vpc}/${b.subnet}`;
    const known = calls.get(key);
    if (known !== undefined) return known;
    const [shown, others] = [a, b].map(({ vpc, subnet }) =>
      shownOf(objects, spec.peering[vpc], vpc, subnet),
    );
    const isOpen = mayCall(objects, spec, a.vpc, shown, others);
    calls.set(key, isOpen);
    return isOpen;
  });
}
