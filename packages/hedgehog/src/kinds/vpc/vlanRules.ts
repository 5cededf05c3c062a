import { FabricView, tableOf } from '../FabricView';
import { itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { labelOf, subnetsIn, subnetsOfSameVLAN } from './subnets';

/** Ranges of each VLAN namespace. */
export const rangesOf = tableOf(
  fabric =>
    new Map(
      fabric.all('VLANNamespace').map(({ name, spec }) => [
        name as unknown,
        itemsOf(spec.ranges).map(([, { from, to }]) => ({
          from: Number(from),
          to: Number(to),
        })),
      ]),
    ),
);

/** False when none of the namespace's ranges holds the VLAN; unknown namespaces hold every one. */
function isInNamespace(fabric: FabricView, namespace: unknown, vlan: number) {
  const ranges = rangesOf(fabric).get(namespace);
  return !ranges || ranges.some(({ from, to }) => vlan >= from && vlan <= to);
}

export const vpcVLANRules: readonly KindValidationRule[] = [
  {
    id: 'vpc.vlan',
    severity: 'critical',
    sentence:
      'Each VPC subnet has a VLAN of its own, unless its hosts speak BGP.',
    check({ spec }, say) {
      const subnets = subnetsIn(spec);
      for (const { key, subnet } of subnets) {
        if (!subnet.vlan) {
          if (subnet.hostBGP !== true)
            say(
              ['spec', 'subnets', key, 'vlan'],
              'The subnet has no VLAN.',
              'Set vlan.',
            );
          continue;
        }
        const first = subnets.find(other => other.subnet.vlan === subnet.vlan);
        if (first && first.key !== key)
          say(
            ['spec', 'subnets', key, 'vlan'],
            `The subnets ${first.key} and ${key} use the same VLAN ${String(
              subnet.vlan,
            )}.`,
            'Give one of them another VLAN.',
          );
      }
    },
    accepts: { 'VPC vpc-1 spec.subnets.backup.vlan': 1012 },
    refuses: { 'VPC vpc-1 spec.subnets.backup.vlan': 1001 },
  },
  {
    id: 'vpc.vlanNamespace',
    severity: 'critical',
    sentence: 'VLANs of VPC subnets lie inside their VLAN namespace.',
    checkIn({ spec }, fabric, say) {
      for (const { key, subnet } of subnetsIn(spec)) {
        const { vlan } = subnet;
        if (
          typeof vlan === 'number' &&
          vlan > 0 &&
          !isInNamespace(fabric, spec.vlanNamespace, vlan)
        )
          say(
            ['spec', 'subnets', key, 'vlan'],
            `VLAN ${vlan} is not inside the VLAN namespace ${spec.vlanNamespace}.`,
            'Take a VLAN of the namespace, or add a range to it.',
          );
      }
    },
    accepts: { 'VPC vpc-1 spec.subnets.backup.vlan': 2999 },
    refuses: { 'VPC vpc-1 spec.subnets.backup.vlan': 999 },
  },
  {
    id: 'vpc.vlanReuse',
    severity: 'critical',
    sentence: 'No two VPCs of one VLAN namespace use the same VLAN.',
    checkIn({ name: vpc, spec }, fabric, say) {
      const shared = subnetsOfSameVLAN(fabric);
      if (shared.size === 0) return;
      for (const { key: name, subnet } of subnetsIn(spec)) {
        const other = shared.get(labelOf({ vpc, name }));
        if (other)
          say(
            ['spec', 'subnets', name, 'vlan'],
            `VLAN ${subnet.vlan} of ${vpc}/${name} is used by ${labelOf(
              other,
            )}, too.`,
            'Give one of them another VLAN.',
          );
      }
    },
    accepts: { 'VPC vpc-2 spec.subnets.default.vlan': 1020 },
    refuses: { 'VPC vpc-2 spec.subnets.default.vlan': 1001 },
  },
];
