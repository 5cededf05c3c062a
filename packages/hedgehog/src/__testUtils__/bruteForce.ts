import { KubernetesObject } from '../model/KubernetesObject';

/*
 * Reachability the slow way: every question walks the plain objects again. Shares no code with what it checks, so that
 * a fault would have to be made twice.
 */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- walks plain objects on purpose, without the types of the model under test
type Loose = any;
type Objects = readonly KubernetesObject[];

/** All that holds in a fabric, one text a fact. */
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
  for (const a of endpoints) {
    for (const b of endpoints) {
      if (a.server === b.server) continue;
      for (const via of ['vpc', 'vpcPeering', 'gatewayPeering']) {
        if (reaches(objects, a, b, via)) pairs.add(pairText(a, b, via));
      }
    }
    for (const fact of outsideOf(objects, a)) outside.add(`${text(a)} ${fact}`);
  }
  return {
    memberships: new Set(endpoints.map(text)),
    pairs,
    outside,
    networks: networksOf(objects),
    homings: homingsOf(objects, endpoints),
  };
}

interface Place {
  server: string;
  vpc: string;
  subnet: string;
  switches: string[];
}

function text({ server, vpc, subnet }: Place): string {
  return `${server}@${vpc}/${subnet}`;
}

export function pairText(
  a: { server: string; vpc: string; subnet: string },
  b: { server: string; vpc: string; subnet: string },
  via: string,
): string {
  const ends = [a, b]
    .map(({ server, vpc, subnet }) => `${server}@${vpc}/${subnet}`)
    .sort();
  return `${ends.join(' ')} ${via}`;
}

function all(objects: Objects, kind: string): Loose[] {
  return objects.filter(object => object.kind === kind);
}
function one(objects: Objects, kind: string, name: string): Loose {
  return objects.find(
    object => object.kind === kind && object.metadata.name === name,
  );
}
const deviceOf = (end: Loose): string => end.port.split('/')[0];

function linksOf(connection: Loose): Loose[] {
  const body: Loose = Object.values(connection.spec)[0];
  return body.links ?? [body.link];
}
function typeOf(connection: Loose): string {
  return Object.keys(connection.spec)[0];
}

/** Every subnet as a place that nobody is in. */
function emptyPlaces(objects: Objects): Place[] {
  return all(objects, 'VPC').flatMap(({ metadata, spec }) =>
    Object.keys(spec.subnets).map(subnet => ({
      server: '',
      vpc: metadata.name,
      subnet,
      switches: [],
    })),
  );
}

function networksOf(objects: Objects): Set<string> {
  const networks = new Set<string>();
  const places = emptyPlaces(objects);
  const everywhere = all(objects, 'Switch').map(
    ({ metadata }) => metadata.name,
  );
  for (const a of places) {
    for (const b of places) {
      const ends = [a, b].map(({ vpc, subnet }) => `${vpc}/${subnet}`).sort();
      const spec = one(objects, 'VPC', a.vpc).spec;
      if (a.vpc === b.vpc && openInside(spec, a.subnet, b.subnet))
        networks.add(`${ends.join(' ')} vpc`);
      if (a.vpc !== b.vpc && peered(objects, a, b))
        networks.add(`${ends.join(' ')} vpcPeering`);
      // Someone on every switch meets whomever a gateway leads to.
      const [left, right] = [a, b].map(place => ({
        ...place,
        switches: everywhere,
      }));
      if (throughGateway(objects, left, right))
        networks.add(`${ends.join(' ')} gatewayPeering`);
    }
    for (const fact of outsideOf(objects, { ...a, switches: everywhere })) {
      const [external, prefix, via] = fact.split(' ');
      networks.add(`${a.vpc}/${a.subnet} ${external} ${prefix} ${via}`);
    }
  }
  return networks;
}

function endpointsOf(objects: Objects): Place[] {
  const places: Place[] = [];
  for (const attachment of all(objects, 'VPCAttachment')) {
    const [vpc, subnet = 'default'] = attachment.spec.subnet.split('/');
    const spec = one(objects, 'VPC', vpc)?.spec;
    const connection = one(objects, 'Connection', attachment.spec.connection);
    if (!spec?.subnets[subnet] || !connection) continue;
    if (!['unbundled', 'bundled', 'eslag'].includes(typeOf(connection)))
      continue;
    for (const link of linksOf(connection)) {
      const name = deviceOf(link.switch);
      const carrier = one(objects, 'Switch', name);
      if (!carrier) continue;
      const carried = carrier.spec.vlanNamespaces?.length
        ? carrier.spec.vlanNamespaces
        : ['default'];
      if (!carried.includes(spec.vlanNamespace ?? 'default')) continue;
      const server = deviceOf(link.server);
      let place = places.find(
        known =>
          known.server === server &&
          known.vpc === vpc &&
          known.subnet === subnet,
      );
      if (!place) places.push((place = { server, vpc, subnet, switches: [] }));
      if (!place.switches.includes(name)) place.switches.push(name);
    }
  }
  return places;
}

function neighbours(objects: Objects, name: string): string[] {
  return all(objects, 'Connection').flatMap(connection => {
    const type = typeOf(connection);
    if (type !== 'fabric' && type !== 'mesh') return [];
    return linksOf(connection).flatMap(link => {
      const [a, b] = Object.values(link).map(deviceOf);
      const other = [...(a === name ? [b] : []), ...(b === name ? [a] : [])];
      return other.filter(
        end => end !== name && one(objects, 'Switch', end) !== undefined,
      );
    });
  });
}

/** Every switch that can be walked to, starting from some. */
function walk(objects: Objects, from: readonly string[]): Set<string> {
  const seen = new Set(
    from.filter(name => one(objects, 'Switch', name) !== undefined),
  );
  const queue = [...seen];
  while (queue.length > 0) {
    for (const next of neighbours(objects, queue.pop() as string)) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen;
}

const touch = (walked: Set<string>, names: readonly string[]) =>
  names.some(name => walked.has(name));

function reaches(objects: Objects, a: Place, b: Place, via: string): boolean {
  if (via === 'vpc')
    return (
      a.vpc === b.vpc &&
      openInside(one(objects, 'VPC', a.vpc).spec, a.subnet, b.subnet) &&
      touch(walk(objects, a.switches), b.switches)
    );
  if (via === 'vpcPeering')
    return (
      a.vpc !== b.vpc &&
      peered(objects, a, b) &&
      touch(walk(objects, a.switches), b.switches)
    );
  return throughGateway(objects, a, b);
}

function openInside(spec: Loose, a: string, b: string): boolean {
  const flag = (subnet: string, own: string, general: string) =>
    spec.subnets[subnet][own] ?? spec[general] ?? false;
  if (a === b) return !flag(a, 'restricted', 'defaultRestricted');
  if (
    !flag(a, 'isolated', 'defaultIsolated') &&
    !flag(b, 'isolated', 'defaultIsolated')
  )
    return true;
  return (spec.permit ?? []).some(
    (group: string[]) => group.includes(a) && group.includes(b),
  );
}

function peered(objects: Objects, a: Place, b: Place): boolean {
  const holds = (policy: Loose, { vpc, subnet }: Place) =>
    vpc in policy &&
    (!policy[vpc]?.subnets?.length || policy[vpc].subnets.includes(subnet));
  return all(objects, 'VPCPeering').some(peering =>
    peering.spec.permit.some(
      (policy: Loose) => holds(policy, a) && holds(policy, b),
    ),
  );
}

function gatewaysOf(objects: Objects, group: string): string[][] {
  return all(objects, 'Gateway').flatMap(gateway => {
    const groups = gateway.spec.groups?.length
      ? gateway.spec.groups
      : [{ name: 'default' }];
    if (!groups.some((member: Loose) => member.name === group)) return [];
    const switches = all(objects, 'Connection')
      .filter(connection => typeOf(connection) === 'gateway')
      .flatMap(linksOf)
      .filter(link => deviceOf(link.gateway) === gateway.metadata.name)
      .map(link => deviceOf(link.switch))
      .filter(name => one(objects, 'Switch', name) !== undefined);
    return switches.length > 0 ? [switches] : [];
  });
}

function shows(objects: Objects, side: Loose, { vpc, subnet }: Place): boolean {
  const { subnet: prefix } = one(objects, 'VPC', vpc).spec.subnets[subnet];
  const [low, high] = range(prefix);
  return (side.expose ?? []).some((expose: Loose) => {
    if (expose.default) return true;
    const ips: Loose[] = expose.ips ?? [];
    const isHidden = ips.some(({ not }) => {
      if (!not) return false;
      const [first, last] = range(not);
      return first <= low && high <= last;
    });
    if (isHidden) return false;
    return ips.some(({ cidr, vpcSubnet }) => {
      if (vpcSubnet === subnet) return true;
      if (!cidr) return false;
      const [first, last] = range(cidr);
      return first <= high && low <= last;
    });
  });
}

function throughGateway(objects: Objects, a: Place, b: Place): boolean {
  const from = walk(objects, a.switches);
  const to = walk(objects, b.switches);
  return all(objects, 'GatewayPeering').some(({ spec }) => {
    if (a.vpc === b.vpc || !spec.peering[a.vpc] || !spec.peering[b.vpc])
      return false;
    return (
      shows(objects, spec.peering[a.vpc], a) &&
      shows(objects, spec.peering[b.vpc], b) &&
      // Every island of the group's gateways serves, whichever of them it is.
      gatewaysOf(objects, spec.gatewayGroup ?? 'default').some(switches =>
        switches.some(name => from.has(name) && to.has(name)),
      )
    );
  });
}

function externalSwitches(objects: Objects, external: string): string[] {
  if (!one(objects, 'External', external)) return [];
  return all(objects, 'ExternalAttachment').flatMap(({ spec }) => {
    const connection = one(objects, 'Connection', spec.connection);
    return spec.external === external &&
      connection &&
      typeOf(connection) === 'external'
      ? [deviceOf(connection.spec.external.link.switch)]
      : [];
  });
}

function outsideOf(objects: Objects, place: Place): string[] {
  const walked = walk(objects, place.switches);
  const facts: string[] = [];
  for (const { spec } of all(objects, 'ExternalPeering')) {
    const { vpc, external } = spec.permit;
    if (vpc.name !== place.vpc || !vpc.subnets.includes(place.subnet)) continue;
    if (!touch(walked, externalSwitches(objects, external.name))) continue;
    for (const { prefix } of external.prefixes)
      facts.push(`${external.name} ${network(prefix)} externalPeering`);
  }
  for (const connection of all(objects, 'Connection')) {
    const body = connection.spec.staticExternal;
    if (!body || body.withinVPC !== place.vpc) continue;
    const end = body.link.switch;
    if (!walked.has(deviceOf(end))) continue;
    for (const prefix of [...end.subnets, end.ip])
      facts.push(
        `${connection.metadata.name} ${network(prefix)} staticExternal`,
      );
  }
  for (const { spec } of all(objects, 'GatewayPeering')) {
    const sides = Object.keys(spec.peering);
    const outer = sides.find(side => side !== place.vpc) ?? '';
    if (!sides.includes(place.vpc) || !outer.startsWith('ext.')) continue;
    if (!shows(objects, spec.peering[place.vpc], place)) continue;
    const external = outer.slice(4);
    const away = walk(objects, externalSwitches(objects, external));
    const isServed = gatewaysOf(objects, spec.gatewayGroup ?? 'default').some(
      switches => switches.some(name => walked.has(name) && away.has(name)),
    );
    if (!isServed) continue;
    for (const expose of spec.peering[outer].expose ?? []) {
      const prefixes = expose.default
        ? ['0.0.0.0/0']
        : (expose.ips ?? []).flatMap(({ cidr }: Loose) => cidr ?? []);
      for (const prefix of prefixes)
        facts.push(`${external} ${network(prefix)} gatewayPeering`);
    }
  }
  return facts;
}

function homingsOf(objects: Objects, endpoints: readonly Place[]) {
  const homings = new Map<string, { level: number; links: number }>();
  const add = (key: string, ends: readonly string[]) => {
    const peers = new Set(ends).size;
    const many = ends.length > 1 ? 2 : ends.length;
    homings.set(key, { level: peers > 1 ? 3 : many, links: ends.length });
  };
  const cables = all(objects, 'Connection').filter(connection =>
    ['unbundled', 'bundled', 'eslag'].includes(typeOf(connection)),
  );
  const servers = new Set([
    ...all(objects, 'Server').map(({ metadata }) => metadata.name),
    ...cables.flatMap(linksOf).map(link => deviceOf(link.server)),
  ]);
  for (const server of servers) {
    const ends = cables
      .flatMap(linksOf)
      .filter(link => deviceOf(link.server) === server)
      .map(link => deviceOf(link.switch))
      .filter(name => one(objects, 'Switch', name) !== undefined);
    add(`server ${server}`, ends);
  }
  for (const place of endpoints)
    add(
      `membership ${place.server} ${place.vpc}/${place.subnet}`,
      place.switches,
    );
  const used: string[] = [];
  for (const { metadata, spec } of all(objects, 'Switch')) {
    const ends = neighbours(objects, metadata.name);
    add(`switch ${metadata.name}`, ends);
    if (spec.role === 'spine' && ends.length > 0) used.push(metadata.name);
  }
  add('spines', used);
  for (const { spec } of all(objects, 'GatewayPeering')) {
    const group = spec.gatewayGroup ?? 'default';
    add(
      `gateways ${group}`,
      gatewaysOf(objects, group).map((_, index) => String(index)),
    );
  }
  return homings;
}

function range(prefix: string): [number, number] {
  const [address, length] = prefix.split('/');
  const value = address
    .split('.')
    .reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(length));
  const low = value - (value % size);
  return [low, low + size - 1];
}

/** The prefix with its host bits cleared. */
function network(prefix: string): string {
  const [low] = range(prefix);
  const octets = [24, 16, 8, 0].map(
    shift => Math.floor(low / 2 ** shift) % 256,
  );
  return `${octets.join('.')}/${prefix.split('/')[1]}`;
}
