import { byText } from '../model/json';
import { FabricRecords } from './FabricRecords';
import { Underlay } from './Underlay';

/** How one server is in one subnet. */
export interface Membership {
  /** Switches that carry the subnet to the server. */
  switches: ReadonlySet<string>;
  /** Islands of the underlay these switches are on, sorted. */
  islands: readonly string[];
}

/** Servers of each subnet (`vpc/subnet`) by name. */
export type Memberships = ReadonlyMap<string, ReadonlyMap<string, Membership>>;

/**
 * A server is in a subnet when an attachment puts one of its connections there and at least one switch at the other end
 * carries the VPC's VLAN namespace.
 */
export function membershipsOf(
  { byKind }: FabricRecords,
  underlay: Underlay,
): Memberships {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { vpc, subnet, connection } of byKind.VPCAttachment.values()) {
    const record = byKind.VPC.get(vpc);
    const cabling = byKind.Connection.get(connection);
    if (!record?.subnets.has(subnet) || cabling?.type !== 'server') continue;
    for (const { from: server, to } of cabling.links) {
      if (!byKind.Switch.get(to)?.vlanNamespaces.includes(record.vlanNamespace))
        continue;
      const key = `${vpc}/${subnet}`;
      const servers = found.get(key) ?? new Map<string, Set<string>>();
      found.set(key, servers);
      const switches = servers.get(server) ?? new Set<string>();
      servers.set(server, switches);
      switches.add(to);
    }
  }
  return new Map(
    [...found].map(([key, servers]) => [
      key,
      new Map(
        [...servers].map(([server, switches]) => [
          server,
          { switches, islands: islandsOf(switches, underlay) },
        ]),
      ),
    ]),
  );
}

/** Islands of some switches, each once, sorted. */
export function islandsOf(
  switches: Iterable<string>,
  underlay: Underlay,
): string[] {
  const islands = new Set<string>();
  for (const name of switches) {
    const island = underlay.islandOf(name);
    if (island !== undefined) islands.add(island);
  }
  return [...islands].sort(byText);
}
