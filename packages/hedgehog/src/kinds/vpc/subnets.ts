import { byText, isMap, JsonMap, textOf } from '../../model/json';
import { parseIPv4, parsePrefix, Prefix } from '../../schema/ipv4';
import { overlapsOf, prefixesOf } from '../../schema/overlaps';
import { FabricView, tableOf } from '../FabricView';
import { entriesOf } from '../normalizers';

/** One subnet of one VPC of a fabric. */
export interface SubnetOf {
  vpc: string;
  name: string;
  subnet: JsonMap;
}

/** A subnet as the rules of one VPC see it. */
export interface ReadSubnet {
  key: string;
  subnet: JsonMap;
  prefix?: Prefix;
  gateway?: number;
}

let latest: { spec: JsonMap; found: readonly ReadSubnet[] } | undefined;

/** The subnets of a VPC, read once for all its rules, which ask one after the other. */
export function subnetsIn(spec: JsonMap): readonly ReadSubnet[] {
  if (latest?.spec !== spec) latest = { spec, found: readSubnets(spec) };
  return latest.found;
}

function readSubnets(spec: JsonMap): ReadSubnet[] {
  const found: ReadSubnet[] = [];
  const { subnets } = spec;
  if (!isMap(subnets)) return found;
  for (const key of Object.keys(subnets)) {
    const subnet = subnets[key];
    if (!isMap(subnet)) continue;
    found.push({
      key,
      subnet,
      prefix: parsePrefix(textOf(subnet.subnet) ?? ''),
      gateway: parseIPv4(textOf(subnet.gateway) ?? ''),
    });
  }
  return found;
}

export const labelOf = ({ vpc, name }: { vpc: string; name: string }) =>
  `${vpc}/${name}`;

/** A key for one subnet: neither part can hold a slash that the other could swallow, as VPC names hold none. */
function everySubnet(fabric: FabricView, namespace: string) {
  const groups = new Map<unknown, SubnetOf[]>();
  for (const { name: vpc, spec } of fabric.all('VPC')) {
    const group = groups.get(spec[namespace]) ?? [];
    for (const [name, subnet] of entriesOf(spec.subnets))
      group.push({ vpc, name, subnet });
    groups.set(spec[namespace], group);
  }
  return groups;
}

const byLabel = (a: SubnetOf, b: SubnetOf) => byText(labelOf(a), labelOf(b));

/** Subnet → the other subnet of its IPv4 namespace that holds its addresses, too. */
export const overlappingSubnets = tableOf(fabric => {
  const found = new Map<string, SubnetOf>();
  for (const group of everySubnet(fabric, 'ipv4Namespace').values()) {
    const owned = prefixesOf(
      group.map(owner => ({ text: owner.subnet.subnet, owner })),
    );
    for (const [subnet, other] of overlapsOf(owned, byLabel))
      found.set(labelOf(subnet), other);
  }
  return found;
});

/** Subnet → the subnet of another VPC that has its VLAN in the VLAN namespace first. */
export const subnetsOfSameVLAN = tableOf(fabric => {
  const found = new Map<string, SubnetOf>();
  for (const group of everySubnet(fabric, 'vlanNamespace').values()) {
    const users = new Map<unknown, SubnetOf[]>();
    for (const subnet of group) {
      const { vlan } = subnet.subnet;
      if (!vlan) continue;
      const list = users.get(vlan);
      if (list) list.push(subnet);
      else users.set(vlan, [subnet]);
    }
    for (const list of users.values()) {
      if (list.length === 1) continue;
      const [first, ...others] = list.sort(byLabel);
      for (const other of others)
        if (other.vpc !== first.vpc) found.set(labelOf(other), first);
    }
  }
  return found;
});
