import { KubernetesObject } from '../model/KubernetesObject';
import { copyJson } from '../model/json';
import { randomFilter, randomSide } from './randomGatewayPeering';
import { Seeded } from './Seeded';

/** Test data is walked freely; a wrong step is a fault of the test and throws. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- walks plain objects on purpose, without the types of the model under test
type Loose = any;

type Step = (objects: KubernetesObject[], random: Seeded) => KubernetesObject[];

const steps: readonly Step[] = [
  (objects, random) => without(objects, random.below(objects.length)),
  (objects, random) => {
    const weighty = objects.filter(({ kind }) =>
      ['Switch', 'VPC', 'Connection', 'Gateway', 'VPCPeering'].includes(kind),
    );
    return weighty.length === 0
      ? objects
      : without(objects, objects.indexOf(random.pick(weighty)));
  },
  onSpec('Connection', (spec, random) => {
    const links = spec[Object.keys(spec)[0]].links;
    if (links) links.splice(random.below(links.length), 1);
  }),
  onSpec('Connection', (spec, random) => {
    const body = spec[Object.keys(spec)[0]];
    const link = body.link ?? body.links[0];
    if (link?.switch)
      link.switch.port = `leaf-${1 + random.below(4)}/E1/${
        80 + random.below(9)
      }`;
  }),
  onSpec('VPC', (spec, random) => {
    spec[random.pick(['defaultIsolated', 'defaultRestricted'])] =
      random.chance(60);
  }),
  onSpec('VPC', (spec, random) => {
    const subnet = spec.subnets[random.pick(Object.keys(spec.subnets))];
    subnet[random.pick(['isolated', 'restricted'])] = random.chance(60);
  }),
  onSpec('VPC', (spec, random) => {
    spec.permit = random.chance(30) ? [] : [random.some(['default', 'a', 'b'])];
  }),
  onSpec('VPC', (spec, random) => {
    spec.vlanNamespace = random.pick(['default', 'other']);
  }),
  onSpec('VPC', (spec, random) => {
    if (random.chance(50)) delete spec.subnets.a;
    else spec.subnets.b = { subnet: '10.200.0.0/24' };
  }),
  onSpec('VPCAttachment', (spec, random) => {
    spec.subnet = `vpc-${1 + random.below(3)}${random.pick(['', '/a', '/b'])}`;
  }),
  onSpec('VPCAttachment', (spec, random) => {
    spec.connection = `server-${1 + random.below(8)}--${random.pick([
      'eslag',
      'bundled',
      'unbundled',
    ])}`;
  }),
  onSpec('VPCPeering', (spec, random) => {
    const [policy] = spec.permit;
    policy[random.pick(Object.keys(policy))] = random.pick([
      null,
      { subnets: ['a'] },
      { subnets: [] },
    ]);
  }),
  onSpec('ExternalPeering', (spec, random) => {
    if (random.chance(50))
      spec.permit.vpc.subnets = random.some(['default', 'a']);
    else
      spec.permit.external.prefixes = random.pick([
        [],
        [{ prefix: '192.0.2.7/24' }],
      ]);
  }),
  onSpec('Switch', (spec, random) => {
    spec.vlanNamespaces = random.pick([[], ['other'], ['default'], ['x']]);
  }),
  onSpec('Gateway', (spec, random) => {
    spec.groups = random.pick([[], [{ name: 'gw-a' }], [{ name: 'gw-b' }]]);
  }),
  onSpec('GatewayPeering', (spec, random) => {
    if (random.chance(40)) spec.gatewayGroup = random.pick(['gw-a', 'gw-b']);
    const name = random.pick(Object.keys(spec.peering));
    const side = spec.peering[name];
    side.expose = random.pick([
      ...(name.startsWith('vpc-')
        ? [randomSide(Number(name.slice(4)), random).expose]
        : []),
      [],
      [{ default: true }],
      [{ ips: [{ vpcSubnet: 'a' }, { cidr: '10.0.0.0/9' }] }],
      [{ ips: [{ cidr: '10.0.0.0/8' }, { not: '10.0.0.0/15' }] }],
    ]);
  }),
  onSpec('GatewayPeering', (spec, random) => {
    if (random.chance(20)) delete spec.acl;
    else spec.acl = randomFilter(Object.keys(spec.peering), random);
  }),
  onSpec('VPC', (spec, random) => {
    spec.staticRoutes = random.pick([
      [],
      [{ prefix: '100.64.0.0/16', nextHops: ['10.0.0.9'] }],
      [{ prefix: '100.65.0.0/16', nextHops: ['198.51.100.9', '203.0.113.1'] }],
    ]);
  }),
  onSpec('External', (spec, random) => {
    if (spec.static && random.chance(50)) delete spec.static;
    else spec.static = { prefixes: ['192.0.2.0/24', '198.18.0.0/15'] };
  }),
  (objects, random) => {
    const chosen: Loose = random.pick(objects);
    chosen.metadata.labels = { team: `t${random.below(3)}` };
    return objects;
  },
  (objects, random) => [...objects].sort(() => random.below(3) - 1),
];

/** A copy of a fabric with one to three changes of the sort that people, faults and bad merges make. */
export function mutated(
  fabric: readonly KubernetesObject[],
  seed: number,
): KubernetesObject[] {
  const random = Seeded.of(seed);
  let objects = copyJson([...fabric]);
  for (let step = 1 + random.below(3); step > 0; step -= 1)
    objects = random.pick(steps)(objects, random);
  return objects;
}

function onSpec(
  kind: string,
  change: (spec: Loose, random: Seeded) => void,
): Step {
  return (objects, random) => {
    const some = objects.filter(object => object.kind === kind);
    if (some.length > 0) change(random.pick(some).spec, random);
    return objects;
  };
}

function without(objects: KubernetesObject[], index: number) {
  return objects.filter((_, place) => place !== index);
}
