import type { KubernetesObject } from '@cnoc/hedgehog';
import type { FabricSize } from './FabricSize';
import type { GeneratedWiring } from './generateWiring';
import { numbered, objectOf } from './objectOf';
import type { Random } from './Random';

interface GeneratedVpc {
  name: string;
  /** Prefix of each subnet by its name. */
  subnets: Record<string, string>;
  object: KubernetesObject;
}

/** VPCs, what is attached to them, who they peer with, and the way out. */
export function generateNetworks(
  size: FabricSize,
  wiring: GeneratedWiring,
  random: Random,
): KubernetesObject[] {
  const vpcs = generateVpcs(size.vpcs, random);
  const attachments = wiring.serverConnections.map((connection, index) => {
    const vpc = vpcs[index % vpcs.length];
    const subnet = random.pick(Object.keys(vpc.subnets));
    const [server] = connection.split('--');
    return objectOf('VPCAttachment', `${vpc.name}--${subnet}--${server}`, {
      subnet: `${vpc.name}/${subnet}`,
      connection,
    });
  });
  const peerings = pairs(vpcs, size.vpcPeerings).map(([left, right]) =>
    objectOf('VPCPeering', `${left.name}--${right.name}`, {
      permit: [
        {
          [left.name]: {},
          [right.name]: random.chance(0.3)
            ? { subnets: [Object.keys(right.subnets)[0]] }
            : {},
        },
      ],
    }),
  );
  const gatewayPeerings = pairs([...vpcs].reverse(), size.gatewayPeerings).map(
    ([left, right]) =>
      objectOf('GatewayPeering', `${left.name}--${right.name}`, {
        gatewayGroup: 'gw-1',
        peering: Object.fromEntries(
          [left, right].map(({ name, subnets }) => [
            name,
            { expose: [{ ips: [{ cidr: Object.values(subnets)[0] }] }] },
          ]),
        ),
      }),
  );
  return [
    objectOf('IPv4Namespace', 'default', { subnets: ['10.0.0.0/8'] }),
    ...vpcs.map(({ object }) => object),
    ...attachments,
    ...peerings,
    ...generateExternals(size, wiring, vpcs, random),
    ...gatewayPeerings,
  ];
}

function generateVpcs(count: number, random: Random): GeneratedVpc[] {
  let net = 0;
  return Array.from({ length: count }, (_, index) => {
    const name = numbered('vpc', index, 4);
    const subnets: Record<string, string> = {};
    const spec: Record<string, unknown> = {};
    for (const subnet of random.chance(0.3)
      ? ['default', 'backend']
      : ['default']) {
      net += 1;
      const base = `10.${Math.floor(net / 256)}.${net % 256}`;
      subnets[subnet] = `${base}.0/24`;
      spec[subnet] = {
        subnet: `${base}.0/24`,
        vlan: 100 + net,
        ...(random.chance(0.6)
          ? {
              dhcp: {
                enable: true,
                ...(random.chance(0.5)
                  ? { range: { start: `${base}.10`, end: `${base}.199` } }
                  : {}),
              },
            }
          : {}),
        ...(random.chance(0.1) ? { isolated: true } : {}),
      };
    }
    return { name, subnets, object: objectOf('VPC', name, { subnets: spec }) };
  });
}

function generateExternals(
  size: FabricSize,
  wiring: GeneratedWiring,
  vpcs: readonly GeneratedVpc[],
  random: Random,
): KubernetesObject[] {
  const names = wiring.externalConnections.map((_, index) =>
    numbered('ext', index, 3),
  );
  const externals = names.flatMap((name, index) => [
    objectOf('External', name, {
      inboundCommunity: `65102:${5000 + index}`,
      outboundCommunity: `5000:${1000 + index}`,
    }),
    objectOf('ExternalAttachment', `attach--${name}`, {
      external: name,
      connection: wiring.externalConnections[index],
      switch: { vlan: 10 + index, ip: `100.64.${index}.1/24` },
      neighbor: { asn: 64512 + index, ip: `100.64.${index}.2` },
    }),
  ]);
  const peerings = Array.from(
    { length: Math.min(size.externalPeerings, vpcs.length) },
    (_, index) => {
      const vpc = vpcs[index];
      const name = random.pick(names);
      return objectOf('ExternalPeering', `${vpc.name}--${name}`, {
        permit: {
          vpc: { name: vpc.name, subnets: Object.keys(vpc.subnets) },
          external: { name, prefixes: [{ prefix: '0.0.0.0/0' }] },
        },
      });
    },
  );
  return [...externals, ...peerings];
}

/** So many different pairs: neighbours first, then those two apart, and so on. */
function pairs<T>(items: readonly T[], count: number): [T, T][] {
  const result: [T, T][] = [];
  for (let distance = 1; distance < items.length; distance += 1) {
    for (let index = 0; index + distance < items.length; index += 1) {
      if (result.length === count) {
        return result;
      }
      result.push([items[index], items[index + distance]]);
    }
  }
  return result;
}
