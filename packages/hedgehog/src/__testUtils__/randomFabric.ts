import { KubernetesObject } from '../model/KubernetesObject';
import { build } from './build';
import { randomFilter, randomSide } from './randomGatewayPeering';
import { Seeded } from './Seeded';

/** A small sound fabric: spine-leaf or mesh, with every type of server connection, peerings, externals and gateways. */
export function randomFabric(seed: number): KubernetesObject[] {
  const random = Seeded.of(seed);
  const isMesh = random.chance(35);
  const leaves = names('leaf', 2 + random.below(4));
  const spines = isMesh ? [] : names('spine', 1 + random.below(3));
  const gateways = names('gateway', 1 + random.below(2));
  const externals = names('ext', 1 + random.below(2));
  const vpcs = names('vpc', 2 + random.below(3));
  const servers = names('server', 5 + random.below(8));
  const cables = servers.map(name => cabling(name, leaves, random));
  return [
    build('VLANNamespace', 'default', { ranges: [{ from: 100, to: 2999 }] }),
    build('VLANNamespace', 'other', { ranges: [{ from: 3000, to: 3100 }] }),
    build('IPv4Namespace', 'default', { subnets: ['10.0.0.0/8'] }),
    build('GatewayGroup', 'gw-a'),
    ...spines.map(name => build('Switch', name, { role: 'spine' })),
    ...leaves.map(name =>
      build('Switch', name, {
        role: 'server-leaf',
        ...(random.chance(60)
          ? {
              vlanNamespaces: [
                'default',
                ...(random.chance(50) ? ['other'] : []),
              ],
            }
          : {}),
      }),
    ),
    // Some fabrics are in pieces from the start.
    ...underlay(spines, leaves, random).filter(() => !random.chance(15)),
    ...servers.map(name => build('Server', name)),
    ...cables.flat(),
    ...vpcs.map((name, index) => vpc(name, index, random)),
    ...cables.flatMap(some => attachments(some, vpcs, random)),
    ...peerings(vpcs, random),
    ...externals.flatMap(name => outside(name, leaves, vpcs, random)),
    ...gateways.flatMap((name, index) =>
      gateway(name, isMesh ? leaves : spines, index, random),
    ),
    ...gatewayPeerings(vpcs, externals, random),
  ];
}

function names(stem: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${stem}-${index + 1}`);
}

function underlay(
  spines: readonly string[],
  leaves: readonly string[],
  random: Seeded,
): KubernetesObject[] {
  if (spines.length === 0) {
    return leaves.slice(1).map((leaf, index) =>
      build('Connection', `${leaves[index]}--mesh--${leaf}`, {
        mesh: {
          links: times(1 + random.below(2), link => ({
            leaf1: { port: `${leaves[index]}/E1/${50 + link}` },
            leaf2: { port: `${leaf}/E1/${40 + link}` },
          })),
        },
      }),
    );
  }
  return spines.flatMap(spine =>
    leaves.map(leaf =>
      build('Connection', `${spine}--fabric--${leaf}`, {
        fabric: {
          links: times(1 + random.below(2), link => ({
            spine: { port: `${spine}/E1/${link}` },
            leaf: { port: `${leaf}/E1/${50 + link}` },
          })),
        },
      }),
    ),
  );
}

function cabling(
  server: string,
  leaves: readonly string[],
  random: Seeded,
): KubernetesObject[] {
  const type = random.pick(['unbundled', 'bundled', 'eslag']);
  const first = random.below(leaves.length);
  const link = (index: number) => ({
    server: { port: `${server}/enp2s${index}` },
    switch: {
      port: `${
        leaves[(first + (type === 'eslag' ? index : 0)) % leaves.length]
      }/E1/${index}`,
    },
  });
  return [
    build('Connection', `${server}--${type}`, {
      [type]:
        type === 'unbundled' ? { link: link(0) } : { links: times(2, link) },
    }),
    ...(random.chance(25)
      ? [
          build('Connection', `${server}--second`, {
            unbundled: {
              link: {
                server: { port: `${server}/enp3s0` },
                switch: { port: `${random.pick(leaves)}/E1/30` },
              },
            },
          }),
        ]
      : []),
  ];
}

function vpc(name: string, index: number, random: Seeded): KubernetesObject {
  const subnets = ['default', 'a', 'b'].slice(0, 1 + random.below(3));
  return build('VPC', name, {
    ...(random.chance(20) ? { defaultIsolated: true } : {}),
    ...(random.chance(15) ? { defaultRestricted: true } : {}),
    ...(random.chance(15) ? { vlanNamespace: 'other' } : {}),
    subnets: Object.fromEntries(
      subnets.map((subnet, place) => [
        subnet,
        {
          subnet: `10.${index}.${place}.0/24`,
          ...(random.chance(30) ? { isolated: random.chance(70) } : {}),
          ...(random.chance(20) ? { restricted: random.chance(70) } : {}),
          ...(random.chance(10)
            ? { hostBGPExtraPrefixes: { [`10.${index}.2${place}.0/24`]: {} } }
            : {}),
        },
      ]),
    ),
    ...(subnets.length > 1 && random.chance(30)
      ? { permit: [subnets.slice(0, 2)] }
      : {}),
    ...(random.chance(30)
      ? {
          staticRoutes: [
            {
              prefix: '100.64.0.0/16',
              nextHops: random.some([
                `10.${index}.0.5`,
                '198.51.100.9',
                '203.0.113.200',
              ]),
            },
          ],
        }
      : {}),
  });
}

function attachments(
  cables: readonly KubernetesObject[],
  vpcs: readonly string[],
  random: Seeded,
): KubernetesObject[] {
  return times(1 + random.below(3), index => {
    const connection = random.pick(cables).metadata.name;
    return build('VPCAttachment', `${connection}--${index}`, {
      subnet: `${random.pick(vpcs)}${random.pick([
        '',
        '/default',
        '/a',
        '/b',
      ])}`,
      connection,
    });
  });
}

function peerings(vpcs: readonly string[], random: Seeded): KubernetesObject[] {
  return times(1 + random.below(3), index => {
    const [left, right] = two(vpcs, random);
    const side = () =>
      random.pick([
        {},
        null,
        { subnets: ['default'] },
        { subnets: random.some(['default', 'a', 'b']) },
      ]);
    return build('VPCPeering', `peering-${index}`, {
      permit: times(1 + random.below(2), () => ({
        [left]: side(),
        [right]: side(),
      })),
    });
  });
}

function outside(
  name: string,
  leaves: readonly string[],
  vpcs: readonly string[],
  random: Seeded,
): KubernetesObject[] {
  const leaf = random.pick(leaves);
  return [
    build(
      'External',
      name,
      random.chance(30)
        ? { static: { prefixes: ['192.0.2.0/25', '203.0.113.0/24'] } }
        : {},
    ),
    build('Connection', `${name}--cable`, {
      external: { link: { switch: { port: `${leaf}/E1/60` } } },
    }),
    build('ExternalAttachment', `${name}--attachment`, {
      external: name,
      connection: `${name}--cable`,
    }),
    ...times(1 + random.below(2), index =>
      build('ExternalPeering', `${name}--peering-${index}`, {
        permit: {
          vpc: {
            name: random.pick(vpcs),
            subnets: random.some(['default', 'a', 'b']),
          },
          external: {
            name,
            prefixes: random
              .some(['0.0.0.0/0', '192.0.2.0/24'])
              .map(prefix => ({ prefix })),
          },
        },
      }),
    ),
    ...(random.chance(40)
      ? [
          build('Connection', `${name}--static`, {
            staticExternal: {
              ...(random.chance(70) ? { withinVPC: random.pick(vpcs) } : {}),
              link: {
                switch: {
                  port: `${random.pick(leaves)}/E1/61`,
                  ip: '198.51.100.1/24',
                  subnets: ['203.0.113.0/24'],
                },
              },
            },
          }),
        ]
      : []),
  ];
}

function gateway(
  name: string,
  switches: readonly string[],
  index: number,
  random: Seeded,
): KubernetesObject[] {
  return [
    build('Gateway', name, {
      ...(random.chance(60)
        ? { groups: [{ name: 'gw-a', priority: index }] }
        : {}),
    }),
    build('Connection', `${name}--cable`, {
      gateway: {
        links: times(1 + random.below(2), link => ({
          switch: { port: `${random.pick(switches)}/E1/${70 + link}` },
          gateway: { port: `${name}/enp${link}` },
        })),
      },
    }),
  ];
}

function gatewayPeerings(
  vpcs: readonly string[],
  externals: readonly string[],
  random: Seeded,
): KubernetesObject[] {
  return times(1 + random.below(3), index => {
    const [left, other] = two(vpcs, random);
    const right = random.chance(60) ? other : `ext.${random.pick(externals)}`;
    const sideOf = (name: string) => {
      if (random.chance(20)) return { expose: [{ default: true }] };
      return name.startsWith('ext.')
        ? { expose: [{ ips: [{ cidr: '192.0.2.0/24' }] }] }
        : randomSide(Number(name.slice(4)), random);
    };
    return build('GatewayPeering', `gw-peering-${index}`, {
      ...(random.chance(60) ? { gatewayGroup: 'gw-a' } : {}),
      peering: { [left]: sideOf(left), [right]: sideOf(right) },
      ...(random.chance(40)
        ? { acl: randomFilter([left, right], random) }
        : {}),
    });
  });
}

function two(list: readonly string[], random: Seeded): [string, string] {
  const first = random.below(list.length);
  return [
    list[first],
    list[(first + 1 + random.below(list.length - 1)) % list.length],
  ];
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
