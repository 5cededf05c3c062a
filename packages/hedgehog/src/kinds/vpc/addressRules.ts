import { listOf, textOf } from '../../model/json';
import { holds, Prefix } from '../../schema/ipv4';
import { covers, overlap, prefixesOf } from '../../schema/overlaps';
import { FabricView, tableOf } from '../FabricView';
import { KindValidationRule } from '../ValidationRule';
import { labelOf, overlappingSubnets, subnetsIn } from './subnets';

/** Networks that the fabric keeps for itself. */
export const reservedNetworks = tableOf(({ settings }) =>
  prefixesOf(
    settings.reservedSubnets.map(owner => ({ text: owner.subnet, owner })),
  ),
);

/** The reserved network that a prefix runs into. */
export function reservedAt(fabric: FabricView, prefix: Prefix | undefined) {
  return (
    prefix &&
    reservedNetworks(fabric).find(other => overlap(other.prefix, prefix))?.owner
  );
}

/** Networks of each IPv4 namespace. */
const networksOf = tableOf(
  fabric =>
    new Map(
      fabric
        .all('IPv4Namespace')
        .map(({ name, spec }) => [
          name as unknown,
          prefixesOf(listOf(spec.subnets).map(text => ({ text, owner: text }))),
        ]),
    ),
);

/** False when the prefix lies in none of the namespace's networks; unknown namespaces hold everything. */
export function isInNamespace(
  fabric: FabricView,
  namespace: unknown,
  prefix: Prefix | undefined,
): boolean {
  const networks = networksOf(fabric).get(namespace);
  return (
    !networks ||
    !prefix ||
    networks.some(network => covers(network.prefix, prefix))
  );
}

export const vpcAddressRules: readonly KindValidationRule[] = [
  {
    id: 'vpc.subnet',
    severity: 'critical',
    sentence: 'A VPC subnet is an IPv4 network of /30 or larger.',
    check({ spec }, say) {
      for (const { key, subnet, prefix } of subnetsIn(spec)) {
        const text = textOf(subnet.subnet);
        if (prefix && prefix.length > 30)
          say(
            ['spec', 'subnets', key, 'subnet'],
            `The subnet ${text} is smaller than /30.`,
          );
        else if (!prefix && text?.includes(':'))
          say(
            ['spec', 'subnets', key, 'subnet'],
            `The subnet ${text} is not an IPv4 network.`,
          );
      }
    },
    accepts: {
      'VPC vpc-1 spec.subnets.backup': { subnet: '10.0.5.0/30', vlan: 1011 },
    },
    refuses: {
      'VPC vpc-1 spec.subnets.backup': { subnet: '10.0.5.0/31', vlan: 1011 },
    },
  },
  {
    id: 'vpc.gateway',
    severity: 'critical',
    sentence: 'The gateway of a VPC subnet lies inside the subnet.',
    check({ spec }, say) {
      for (const { key, subnet, prefix, gateway } of subnetsIn(spec)) {
        if (prefix && gateway !== undefined && !holds(prefix, gateway))
          say(
            ['spec', 'subnets', key, 'gateway'],
            `The gateway ${subnet.gateway} is outside the subnet ${subnet.subnet}.`,
            'Leave it out to get the first address.',
          );
      }
    },
    accepts: { 'VPC vpc-1 spec.subnets.default.gateway': '10.0.1.254' },
    refuses: { 'VPC vpc-1 spec.subnets.default.gateway': '10.0.2.1' },
  },
  {
    id: 'vpc.overlap',
    severity: 'critical',
    sentence: 'Subnets of VPCs in one IPv4 namespace do not overlap.',
    checkIn({ name: vpc, spec }, fabric, say) {
      const overlaps = overlappingSubnets(fabric);
      if (overlaps.size === 0) return;
      for (const { key: name, subnet } of subnetsIn(spec)) {
        const other = overlaps.get(labelOf({ vpc, name }));
        if (other)
          say(
            ['spec', 'subnets', name, 'subnet'],
            `The subnet ${vpc}/${name} (${subnet.subnet}) overlaps ${labelOf(
              other,
            )} (${other.subnet.subnet}).`,
            'Give one of them another network.',
          );
      }
    },
    accepts: { 'VPC vpc-1 spec.subnets.backup.subnet': '10.0.3.0/24' },
    refuses: { 'VPC vpc-1 spec.subnets.backup.subnet': '10.0.2.128/25' },
  },
  {
    id: 'vpc.ipv4Namespace',
    severity: 'critical',
    sentence: 'VPC subnets lie inside their IPv4 namespace.',
    checkIn({ spec }, fabric, say) {
      for (const { key, subnet, prefix } of subnetsIn(spec)) {
        if (!isInNamespace(fabric, spec.ipv4Namespace, prefix))
          say(
            ['spec', 'subnets', key, 'subnet'],
            `The subnet ${subnet.subnet} is not inside the IPv4 namespace ${spec.ipv4Namespace}.`,
            'Take a network of the namespace, or add one to the namespace.',
          );
      }
    },
    accepts: { 'VPC vpc-1 spec.subnets.backup.subnet': '10.0.255.0/24' },
    refuses: { 'VPC vpc-1 spec.subnets.backup.subnet': '10.1.0.0/24' },
  },
  {
    id: 'vpc.reserved',
    severity: 'critical',
    sentence:
      'VPC subnets do not overlap networks that the fabric uses itself.',
    isAssumed: true,
    checkIn({ spec }, fabric, say) {
      for (const { key, subnet, prefix } of subnetsIn(spec)) {
        const reserved = reservedAt(fabric, prefix);
        if (reserved)
          say(
            ['spec', 'subnets', key, 'subnet'],
            `The subnet ${subnet.subnet} overlaps ${reserved.subnet}, which the fabric uses for ${reserved.use}.`,
            'Choose another network.',
          );
      }
    },
    accepts: {
      'IPv4Namespace wide': { subnets: ['10.100.0.0/16'] },
      'VPC vpc-3': {
        ipv4Namespace: 'wide',
        subnets: { a: { subnet: '10.100.5.0/24', vlan: 1003 } },
      },
    },
    // Where the namespace is at hand, it is the namespace that runs into the fabric's networks.
    refuses: {
      'IPv4Namespace default': undefined,
      'VPC vpc-3': { subnets: { a: { subnet: '172.30.9.0/24', vlan: 1003 } } },
    },
  },
];
