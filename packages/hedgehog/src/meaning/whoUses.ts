import { applyDefaults } from '../canonical/applyDefaults';
import { KubernetesObject } from '../model/KubernetesObject';
import { addressUses } from './addressUses';
import { portUses } from './portUses';
import { subnetUses } from './subnetUses';
import { Use, Uses } from './Use';
import { vlanUses } from './vlanUses';

/** What is looked for. */
export type UseQuery =
  /** A port, as `leaf-01/E1/1`. */
  | { port: string }
  /** A VLAN, in all VLAN namespaces unless one is named. */
  | { vlan: number; vlanNamespace?: string }
  /** An IPv4 address. */
  | { address: string }
  /** A network, as `10.0.1.0/24`, or a subnet of a VPC, as `vpc-1/default`. */
  | { subnet: string };

/** Who uses a port, a VLAN, an address or a subnet. At most `limit` uses are told, 100 unless given; all are counted. */
export function whoUses(
  objects: Iterable<KubernetesObject>,
  query: UseQuery,
  { limit = 100 }: { limit?: number } = {},
): Uses {
  const defaulted: KubernetesObject[] = [];
  for (const object of objects) defaulted.push(applyDefaults(object));
  const uses = usesOf(defaulted, query);
  return { count: uses.length, uses: uses.slice(0, limit) };
}

function usesOf(objects: readonly KubernetesObject[], query: UseQuery): Use[] {
  if ('port' in query) return portUses(objects, query.port);
  if ('vlan' in query)
    return vlanUses(objects, query.vlan, query.vlanNamespace);
  if ('address' in query) return addressUses(objects, `${query.address}/32`);
  return /^[0-9.]+\/[0-9]+$/.test(query.subnet)
    ? addressUses(objects, query.subnet)
    : subnetUses(objects, query.subnet);
}
