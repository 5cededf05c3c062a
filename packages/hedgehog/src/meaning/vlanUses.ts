import { entriesOf, itemsOf } from '../kinds/normalizers';
import { at } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { formatPath } from '../model/path';
import { Use } from './Use';

/** Paths of VLANs of single ports, which belong to no namespace. */
const portVlans = [
  ['switch', 'vlan'],
  ['static', 'vlan'],
  ['staticExternal', 'link', 'switch', 'vlan'],
];

/** VPC subnets with a VLAN, namespaces that hold it, and ports outside that use it. */
export function vlanUses(
  objects: readonly KubernetesObject[],
  vlan: number,
  vlanNamespace?: string,
): Use[] {
  return objects.flatMap((object): Use[] => {
    const { kind, metadata, spec } = object;
    const use = (path: (string | number)[], sentence: string): Use => ({
      object: { kind, name: metadata.name },
      path: formatPath(['spec', ...path]),
      sentence,
    });
    if (kind === 'VPC') {
      if (vlanNamespace && spec?.vlanNamespace !== vlanNamespace) return [];
      return entriesOf(spec?.subnets).flatMap(([name, subnet]) =>
        subnet.vlan === vlan
          ? [
              use(
                ['subnets', name, 'vlan'],
                `Subnet ${metadata.name}/${name} has VLAN ${vlan} in VLAN namespace ${spec?.vlanNamespace}.`,
              ),
            ]
          : [],
      );
    }
    if (kind === 'VLANNamespace') {
      if (vlanNamespace && metadata.name !== vlanNamespace) return [];
      return itemsOf(spec?.ranges).flatMap(([index, range]) =>
        Number(range.from) <= vlan && vlan <= Number(range.to)
          ? [
              use(
                ['ranges', index],
                `VLAN namespace ${metadata.name} hands out ${range.from}–${range.to}.`,
              ),
            ]
          : [],
      );
    }
    if (vlanNamespace) return [];
    return portVlans.flatMap(path =>
      at(spec, ...path) === vlan
        ? [use(path, `${kind} ${metadata.name} uses VLAN ${vlan} on its port.`)]
        : [],
    );
  });
}
