import { byText, isMap, JsonMap, listOf, mapOf } from '../../model/json';
import { PathSegments } from '../../model/path';
import { FabricView, tableOf } from '../FabricView';
import { entriesOf, isUnset, itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';

const peering = 'VPCPeering vpc-1--vpc-2';

function pairOf(spec: JsonMap): string[] {
  const [policy] = listOf(spec.permit);
  return isMap(policy) ? Object.keys(policy).sort(byText) : [];
}

/** What a peering permits, in one form whatever the order of its policies. */
function permitOf(spec: JsonMap): string {
  return itemsOf(spec.permit)
    .map(([, policy]) =>
      Object.keys(policy)
        .sort(byText)
        .map(vpc => {
          const subnets = listOf(mapOf(policy[vpc])?.subnets).map(String);
          return `${vpc}:${subnets.sort(byText).join(',')}`;
        })
        .join(' '),
    )
    .sort(byText)
    .join('; ');
}

/** Pair of VPCs → the peering of the pair that comes first by name. */
const firstOfPair = tableOf(fabric => {
  const found = new Map<string, { name: string; spec: JsonMap }>();
  for (const subject of fabric.all('VPCPeering')) {
    const pair = pairOf(subject.spec).join(' ');
    const other = found.get(pair);
    if (!other || byText(subject.name, other.name) < 0)
      found.set(pair, subject);
  }
  return found;
});

function otherOfPair(fabric: FabricView, name: string, spec: JsonMap) {
  const pair = pairOf(spec);
  const other = pair.length > 0 && firstOfPair(fabric).get(pair.join(' '));
  return other && other.name !== name ? other : undefined;
}

/** Refuses subnets that a VPC does not have. */
export function unknownSubnets(
  fabric: FabricView,
  vpc: string,
  names: unknown,
): { index: number; name: string; hint: string }[] {
  const subject = fabric.get('VPC', vpc);
  if (!subject) return [];
  const subnets = mapOf(subject.spec.subnets) ?? {};
  return listOf(names).flatMap((name, index) =>
    typeof name === 'string' && !Object.hasOwn(subnets, name)
      ? [
          {
            index,
            name,
            hint: `Name one of ${Object.keys(subnets).join(', ')}.`,
          },
        ]
      : [],
  );
}

export const vpcPeeringRules: readonly KindValidationRule[] = [
  {
    id: 'vpcPeering.disabled',
    severity: 'critical',
    sentence: 'The fabric allows VPC peering.',
    isAssumed: true,
    checkIn(_, { settings }, say) {
      if (!settings.vpcPeering)
        say(
          ['spec'],
          'VPC peering is switched off in this fabric.',
          'Use a gateway peering.',
        );
    },
    given: { settings: { vpcPeering: false } },
    accepts: { [peering]: undefined },
    refuses: {},
  },
  {
    id: 'vpcPeering.remote',
    severity: 'critical',
    since: '26.03',
    sentence: 'Remote peering was removed from Hedgehog in 26.03.',
    check({ spec }, say) {
      if (!isUnset(spec.remote))
        say(
          ['spec', 'remote'],
          'Remote peering was removed from Hedgehog in 26.03.',
          'Remove remote.',
        );
    },
    accepts: { [`${peering} spec.remote`]: '' },
    refuses: { [`${peering} spec.remote`]: 'eslag-1' },
  },
  {
    id: 'vpcPeering.pair',
    severity: 'critical',
    sentence: 'Every policy of a peering is between the same two VPCs.',
    check({ spec }, say) {
      const pair = pairOf(spec).join(' and ');
      for (const [index, policy] of itemsOf(spec.permit)) {
        const own = Object.keys(policy).sort(byText).join(' and ');
        if (own !== pair)
          say(
            ['spec', 'permit', index],
            `The policy is between ${own}, the first one between ${pair}.`,
            'Write a peering for each pair of VPCs.',
          );
      }
    },
    accepts: {
      [`${peering} spec.permit`]: [
        { 'vpc-1': { subnets: ['default'] }, 'vpc-2': {} },
        { 'vpc-2': {}, 'vpc-1': { subnets: ['backup'] } },
      ],
    },
    refuses: {
      'VPC vpc-3': { subnets: { a: { subnet: '10.0.3.0/24', vlan: 1003 } } },
      [`${peering} spec.permit`]: [
        { 'vpc-1': {}, 'vpc-2': {} },
        { 'vpc-1': {}, 'vpc-3': {} },
      ],
    },
  },
  {
    id: 'vpcPeering.subnet',
    severity: 'critical',
    sentence: 'A peering names subnets that its VPCs have.',
    checkIn({ spec }, fabric, say) {
      for (const [index, policy] of itemsOf(spec.permit)) {
        for (const [vpc, side] of entriesOf(policy)) {
          const path: PathSegments = ['spec', 'permit', index, vpc, 'subnets'];
          for (const wrong of unknownSubnets(fabric, vpc, side.subnets))
            say(
              [...path, wrong.index],
              `VPC ${vpc} has no subnet ${wrong.name}.`,
              wrong.hint,
            );
        }
      }
    },
    accepts: { [`${peering} spec.permit[0].vpc-1.subnets`]: ['backup'] },
    refuses: { [`${peering} spec.permit[0].vpc-1.subnets`]: ['storage'] },
  },
  {
    id: 'vpcPeering.namespace',
    severity: 'critical',
    sentence:
      'Peered VPCs are in the same IPv4 namespace and the same VLAN namespace.',
    checkIn({ spec }, fabric, say) {
      const [a, b] = pairOf(spec).map(name => fabric.get('VPC', name));
      if (!a || !b) return;
      for (const [field, label] of [
        ['ipv4Namespace', 'IPv4 namespaces'],
        ['vlanNamespace', 'VLAN namespaces'],
      ]) {
        if (a.spec[field] !== b.spec[field])
          say(
            ['spec', 'permit'],
            `The VPCs are in different ${label}: ${a.name} in ${a.spec[field]}, ${b.name} in ${b.spec[field]}.`,
            'Use a gateway peering.',
          );
      }
    },
    accepts: {},
    refuses: {
      'IPv4Namespace other': { subnets: ['10.7.0.0/16'] },
      'VPC vpc-2': {
        ipv4Namespace: 'other',
        subnets: { default: { subnet: '10.7.2.0/24', vlan: 1002 } },
      },
      'GatewayPeering vpc-2--ext-1': undefined,
    },
  },
  {
    id: 'vpcPeering.twice',
    severity: 'warning',
    sentence: 'Two VPCs have one peering; Hedgehog does not refuse a second.',
    checkIn({ name, spec }, fabric, say) {
      const other = otherOfPair(fabric, name, spec);
      if (other && permitOf(other.spec) === permitOf(spec))
        say(
          ['spec', 'permit'],
          `VPCPeering ${other.name} permits the same.`,
          'Keep one of the two.',
        );
    },
    accepts: {
      'VPC vpc-3': { subnets: { a: { subnet: '10.0.3.0/24', vlan: 1003 } } },
      'VPCPeering second': { permit: [{ 'vpc-1': {}, 'vpc-3': {} }] },
    },
    refuses: {
      'VPCPeering second': {
        permit: [{ 'vpc-2': {}, 'vpc-1': { subnets: ['default'] } }],
      },
    },
  },
  {
    id: 'vpcPeering.conflict',
    severity: 'critical',
    sentence:
      'Two peerings of the same VPCs do not permit different things: which one counts is not settled.',
    checkIn({ name, spec }, fabric, say) {
      const other = otherOfPair(fabric, name, spec);
      if (other && permitOf(other.spec) !== permitOf(spec))
        say(
          ['spec', 'permit'],
          `VPCPeering ${other.name} permits something else between the same VPCs.`,
          'Bring both into one peering.',
        );
    },
    accepts: {},
    refuses: {
      'VPCPeering second': { permit: [{ 'vpc-2': {}, 'vpc-1': {} }] },
    },
  },
];
