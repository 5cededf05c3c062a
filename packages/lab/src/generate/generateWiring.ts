import type { KubernetesObject } from '@cnoc/hedgehog';
import type { FabricSize } from './FabricSize';
import { address, numbered, objectOf } from './objectOf';
import type { Random } from './Random';

const LINK_POOL = [172, 30, 128, 0];
const PORTS_PER_LEAF = 48;

export interface GeneratedWiring {
  objects: KubernetesObject[];
  /** Connections that a VPC can be attached to. */
  serverConnections: string[];
  /** One connection per external, in order. */
  externalConnections: string[];
}

/** Switches, servers, gateways and every cable between them. */
export function generateWiring(
  size: FabricSize,
  random: Random,
): GeneratedWiring {
  const spines = names('spine', size.spines, 2);
  const leaves = names('leaf', size.leaves, 3);
  const gateways = names('gateway', size.gateways, 2);
  let pair = 0;
  const nextPair = () => {
    const first = address(LINK_POOL, 2 * pair);
    const second = address(LINK_POOL, 2 * pair + 1);
    pair += 1;
    return [`${first}/31`, `${second}/31`] as const;
  };

  const fabricLinks = spines.flatMap((spine, spineIndex) =>
    leaves.map((leaf, leafIndex) => {
      const [spineIp, leafIp] = nextPair();
      const port = `E1/${1 + Math.floor(leafIndex / 4)}/${1 + (leafIndex % 4)}`;
      return objectOf('Connection', `${spine}--fabric--${leaf}`, {
        fabric: {
          links: [
            {
              spine: { port: `${spine}/${port}`, ip: spineIp },
              leaf: { port: `${leaf}/E1/${49 + spineIndex}`, ip: leafIp },
            },
          ],
        },
      });
    }),
  );
  const gatewayObjects = gateways.flatMap((gateway, index) => {
    const [switchIp, gatewayIp] = nextPair();
    const spine = spines[index % spines.length];
    return [
      objectOf('Gateway', gateway, {
        protocolIP: `172.30.8.${10 + index}/32`,
        vtepIP: `172.30.12.${1 + index}/32`,
        vtepMAC: `ca:fe:ba:be:00:${String(index + 1).padStart(2, '0')}`,
        asn: 65534,
        groups: [{ name: 'gw-1', priority: index }],
        interfaces: { enp2s1: { kernel: 'enp2s1', ips: [gatewayIp] } },
        neighbors: [
          { ip: switchIp.split('/')[0], asn: 65100, source: 'enp2s1' },
        ],
      }),
      objectOf('Connection', `${spine}--gateway--${gateway}`, {
        gateway: {
          links: [
            {
              switch: { port: `${spine}/E1/${32 - index}`, ip: switchIp },
              gateway: { port: `${gateway}/enp2s1`, ip: gatewayIp },
            },
          ],
        },
      }),
    ];
  });
  const externals = leaves.slice(0, size.externals).map((leaf, index) =>
    objectOf('Connection', `${leaf}--external--ext-${index + 1}`, {
      external: { link: { switch: { port: `${leaf}/E1/56` } } },
    }),
  );
  const servers = generateServers(size.servers, leaves, random);
  return {
    objects: [
      objectOf('VLANNamespace', 'default', {
        ranges: [{ from: 100, to: 2999 }],
      }),
      objectOf('GatewayGroup', 'gw-1', {}),
      ...leaves
        .filter((_, index) => index % 2 === 0)
        .map((_, index) => objectOf('SwitchGroup', `eslag-${index + 1}`, {})),
      ...spines.map((name, index) =>
        objectOf('Switch', name, {
          ...common(name, index, random),
          role: 'spine',
          profile: 'dell-s5232f-on',
          asn: 65100,
        }),
      ),
      ...leaves.map((name, index) =>
        objectOf('Switch', name, {
          ...common(name, spines.length + index, random),
          role: index < size.externals ? 'border-leaf' : 'server-leaf',
          profile: 'dell-s5248f-on',
          asn: 65101 + index,
          vtepIP: `${address([172, 30, 12, 64], index)}/32`,
          redundancy: {
            group: `eslag-${1 + Math.floor(index / 2)}`,
            type: 'eslag',
          },
        }),
      ),
      ...fabricLinks,
      ...gatewayObjects,
      ...externals,
      ...servers.objects,
    ],
    serverConnections: servers.connections,
    externalConnections: externals.map(({ metadata }) => metadata.name),
  };
}

function common(name: string, index: number, random: Random) {
  return {
    description: `${name}, row ${1 + random.below(8)}`,
    ip: `${address([172, 30, 0, 8], index)}/21`,
    protocolIP: `${address([172, 30, 8, 64], index)}/32`,
    boot: { mac: `0c:20:12:${hex(index >> 8)}:${hex(index & 255)}:00` },
    vlanNamespaces: ['default'],
  };
}

function generateServers(
  count: number,
  leaves: readonly string[],
  random: Random,
): { objects: KubernetesObject[]; connections: string[] } {
  const used = new Map(leaves.map(leaf => [leaf, 0]));
  const port = (leaf: string) => {
    const next = (used.get(leaf) ?? 0) + 1;
    used.set(leaf, next);
    return `${leaf}/E1/${next}`;
  };
  const free = (leaf: string) => PORTS_PER_LEAF - (used.get(leaf) ?? 0);
  const objects: KubernetesObject[] = [];
  const connections: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const server = numbered('server', index, 4);
    const start = 2 * (index % (leaves.length / 2));
    const both = leaves.slice(start, start + 2);
    const [fuller, emptier] = [...both].sort((a, b) => free(a) - free(b));
    const type = linkTypeFor(random.next(), free(fuller), free(emptier));
    const ends = {
      eslag: both,
      bundled: [emptier, emptier],
      unbundled: [emptier],
    }[type];
    const links = ends.map((leaf, link) => ({
      server: { port: `${server}/enp2s${link + 1}` },
      switch: { port: port(leaf) },
    }));
    const name = [server, type, ...new Set(ends)].join('--');
    objects.push(
      objectOf(
        'Server',
        server,
        { description: `Server ${index + 1}` },
        random.chance(0.5)
          ? { team: random.pick(['web', 'app', 'data', 'ml']) }
          : undefined,
      ),
      objectOf('Connection', name, {
        [type]: type === 'unbundled' ? { link: links[0] } : { links },
      }),
    );
    connections.push(name);
  }
  return { objects, connections };
}

function linkTypeFor(
  chance: number,
  freeOnFuller: number,
  freeOnEmptier: number,
): 'eslag' | 'bundled' | 'unbundled' {
  if (chance < 0.7 && freeOnFuller >= 1) {
    return 'eslag';
  }
  return chance < 0.85 && freeOnEmptier >= 2 ? 'bundled' : 'unbundled';
}

function names(prefix: string, count: number, width: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    numbered(prefix, index, width),
  );
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
