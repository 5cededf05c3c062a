import { build } from '../../__testUtils__/build';
import {
  mayCall,
  shownOf,
  shownOutside,
} from '../../__testUtils__/bruteForce/gateway';
import { network } from '../../__testUtils__/bruteForce/addresses';
import { Loose } from '../../__testUtils__/bruteForce/objects';
import {
  randomFilter,
  randomSide,
} from '../../__testUtils__/randomGatewayPeering';
import { Seeded } from '../../__testUtils__/Seeded';
import { KubernetesObject } from '../../model/KubernetesObject';
import { modelOf } from '../FabricModel';
import { openIn } from '../ways';

const vpc = (number: number) =>
  build('VPC', `vpc-${number}`, {
    subnets: {
      default: { subnet: `10.${number - 1}.0.0/24` },
      a: { subnet: `10.${number - 1}.1.0/24` },
    },
  });

/** Two VPCs and an external, one gateway, and one peering at random. */
function fabricOf(seed: number): KubernetesObject[] {
  const random = Seeded.of(seed);
  const right = random.chance(75) ? 'vpc-2' : 'ext.ext-1';
  const outer = random.pick([
    { expose: [{ default: true }] },
    { expose: [{ ips: [{ cidr: '192.0.2.0/24' }] }] },
  ]);
  return [
    vpc(1),
    vpc(2),
    build('Switch', 'leaf-1', { role: 'server-leaf' }),
    build('External', 'ext-1', {}),
    build('Connection', 'cable', {
      external: { link: { switch: { port: 'leaf-1/E1/1' } } },
    }),
    build('ExternalAttachment', 'attachment', {
      external: 'ext-1',
      connection: 'cable',
    }),
    build('Gateway', 'gateway-1', {}),
    build('Connection', 'gateway', {
      gateway: {
        links: [
          {
            switch: { port: 'leaf-1/E1/2' },
            gateway: { port: 'gateway-1/enp1' },
          },
        ],
      },
    }),
    build('GatewayPeering', 'peering', {
      peering: {
        'vpc-1': randomSide(1, random),
        [right]: right === 'vpc-2' ? randomSide(2, random) : outer,
      },
      ...(random.chance(85)
        ? { acl: randomFilter(['vpc-1', right], random) }
        : {}),
    }),
  ];
}

function told(fabric: KubernetesObject[]): string[] {
  const { inside, outside } = modelOf(fabric).relations;
  const arrows = (text: string, ways: Parameters<typeof openIn>[0]) => {
    const { forth, back } = openIn(ways);
    return [...(forth ? [`${text} →`] : []), ...(back ? [`${text} ←`] : [])];
  };
  return [
    ...[...inside.values()]
      .filter(({ via }) => via === 'gatewayPeering')
      .flatMap(relation => arrows(`${relation.from} ${relation.to}`, relation)),
    ...[...outside.values()].flatMap(relation =>
      arrows(`${relation.subnet} ${relation.prefix}`, relation),
    ),
  ].sort();
}

function expected(fabric: KubernetesObject[]): string[] {
  const spec: Loose = fabric.find(
    ({ kind }) => kind === 'GatewayPeering',
  )!.spec;
  const [left, right] = Object.keys(spec.peering);
  const subnets = ['default', 'a'];
  const near = subnets.map(
    subnet =>
      [
        `${left}/${subnet}`,
        shownOf(fabric, spec.peering[left], left, subnet),
      ] as const,
  );
  const outer = spec.peering[right];
  const prefix = outer.expose[0].default ? '0.0.0.0/0' : '192.0.2.0/24';
  const far = right.startsWith('ext.')
    ? [[network(prefix), shownOutside(outer, prefix)] as const]
    : subnets.map(
        subnet =>
          [
            `${right}/${subnet}`,
            shownOf(fabric, outer, right, subnet),
          ] as const,
      );
  return near
    .flatMap(([a, shown]) =>
      far.flatMap(([b, others]) => [
        ...(mayCall(fabric, spec, left, shown, others) ? [`${a} ${b} →`] : []),
        ...(mayCall(fabric, spec, right, others, shown) ? [`${a} ${b} ←`] : []),
      ]),
    )
    .sort();
}

describe('who may open connections through a gateway equals trying packets one by one', () => {
  const seen = { open: 0, oneWay: 0, closed: 0 };

  it.each(Array.from({ length: 600 }, (_, seed) => seed))(
    'peering %i',
    seed => {
      const fabric = fabricOf(seed);
      const facts = expected(fabric);
      expect(told(fabric)).toEqual(facts);
      if (facts.length === 0) seen.closed += 1;
      else if (
        facts.some(fact => fact.endsWith('→')) &&
        facts.some(fact => fact.endsWith('←'))
      )
        seen.open += 1;
      else seen.oneWay += 1;
    },
  );

  it('meets open, one-way and closed peerings', () => {
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(80);
  });
});
