import { JsonMap } from '../model/json';
import { Seeded } from './Seeded';

/** One side of a gateway peering: what it shows of a VPC `vpc-<number>`, translated in any of the ways, or as it is. */
export function randomSide(number: number, random: Seeded): JsonMap {
  const own = number - 1;
  const entry = () => ({
    ips: [
      random.pick([
        { vpcSubnet: 'default' },
        { vpcSubnet: 'a' },
        { cidr: `10.${own}.0.0/16` },
        { cidr: `10.${own}.1.128/25` },
      ]),
      ...(random.chance(40)
        ? [{ not: random.pick([`10.${own}.0.0/24`, `10.${own}.0.0/26`]) }]
        : []),
    ],
    ...random.pick([{}, {}, translated(own, random)]),
  });
  return {
    expose: random.chance(25) ? [entry(), entry()] : [entry()],
  };
}

function translated(own: number, random: Seeded): JsonMap {
  return {
    as: [
      { cidr: `172.16.${own}.0/24` },
      ...(random.chance(20) ? [{ not: `172.16.${own}.0/25` }] : []),
    ],
    nat: random.pick([
      { static: {} },
      { masquerade: {} },
      {
        portForward: {
          ports: [
            {
              ...random.pick([{}, { proto: 'tcp' }, { proto: 'udp' }]),
              port: '8443',
              ...(random.chance(70) ? { as: '443' } : {}),
            },
          ],
        },
      },
    ]),
  };
}

/** A filter between two sides, of rules that often, and not always, concern what the sides show. */
export function randomFilter(
  sides: readonly string[],
  random: Seeded,
): JsonMap {
  return {
    ...random.pick([
      {},
      { default: 'deny' },
      { default: 'deny-unless-exposed' },
    ]),
    rules: Array.from({ length: random.below(4) }, () => {
      const [from, to] = random.chance(50) ? sides : [...sides].reverse();
      return {
        ...random.pick([{ from }, { to }, { from, to }]),
        action: random.pick(['deny', 'allow']),
        ...random.pick([{}, { scope: 'packet' }, { scope: 'flow' }]),
        ...(random.chance(70) ? { match: match(from, to, random) } : {}),
      };
    }),
  };
}

function match(from: string, to: string, random: Seeded): JsonMap {
  return {
    ...random.pick([
      {},
      {},
      { proto: 'tcp' },
      { proto: 'udp' },
      { proto: '1' },
    ]),
    ...(random.chance(50) ? { src: [end(from, random)] } : {}),
    ...(random.chance(50)
      ? {
          dst: [
            end(to, random),
            ...(random.chance(30) ? [end(to, random)] : []),
          ],
        }
      : {}),
  };
}

function end(side: string, random: Seeded): JsonMap {
  const own = Number(/^vpc-([0-9]+)$/.exec(side)?.[1] ?? 1) - 1;
  return {
    ...random.pick([
      {},
      { vpcSubnet: 'default' },
      { cidr: '0.0.0.0/0' },
      { cidr: `10.${own}.0.0/16` },
      { cidr: `10.${own}.0.0/25` },
      { cidr: `172.16.${own}.0/24` },
      { cidr: '192.0.2.0/24' },
    ]),
    ...random.pick([{}, {}, { ports: ['443'] }, { ports: ['1-1023', '8443'] }]),
  };
}
