import { FabricRecords } from './FabricRecords';
import { Memberships } from './memberships';
import { gatewayGroupsOf } from './gatewayGroupsOf';
import { Underlay } from './Underlay';

/** By how many ways a device is joined to the rest. */
export interface Homing {
  /**
   * `server`: its cables; `membership`: its switches in one subnet; `switch`: its links to other switches; `gateways`: the
   * live gateways of a group that peerings use; `spines`: the spines that have links.
   */
  of: 'server' | 'membership' | 'switch' | 'gateways' | 'spines';
  /** The server, switch or gateway group; empty for the spines. */
  name: string;
  /** `vpc/subnet`, for memberships. */
  subnet?: string;
  /** Distinct devices at the other end. */
  peers: number;
  links: number;
}

/** Redundancy of every device of a fabric, by a key of its own. */
export function homingsOf(
  records: FabricRecords,
  underlay: Underlay,
  memberships: Memberships,
): ReadonlyMap<string, Homing> {
  const homings = new Map<string, Homing>();
  const add = (homing: Homing) =>
    homings.set(`${homing.of} ${homing.name} ${homing.subnet ?? ''}`, homing);
  const { byKind } = records;

  const cables = new Map<string, string[]>();
  for (const name of byKind.Server.keys()) cables.set(name, []);
  for (const connection of byKind.Connection.values()) {
    if (connection.type !== 'server') continue;
    for (const { from, to } of connection.links) {
      const ends = cables.get(from) ?? [];
      cables.set(from, ends);
      if (byKind.Switch.has(to)) ends.push(to);
    }
  }
  for (const [name, ends] of cables)
    add({
      of: 'server',
      name,
      peers: new Set(ends).size,
      links: ends.length,
    });

  for (const [subnet, servers] of memberships) {
    for (const [name, { switches }] of servers)
      add({
        of: 'membership',
        name,
        subnet,
        peers: switches.size,
        links: switches.size,
      });
  }

  let spines = 0;
  for (const [name, neighbours] of underlay.neighbours) {
    let links = 0;
    for (const count of neighbours.values()) links += count;
    add({ of: 'switch', name, peers: neighbours.size, links });
    if (links > 0 && byKind.Switch.get(name)?.isSpine) spines += 1;
  }
  add({ of: 'spines', name: '', peers: spines, links: spines });

  const groups = gatewayGroupsOf(records, underlay);
  for (const { group } of byKind.GatewayPeering.values()) {
    const count = groups.get(group)?.size ?? 0;
    add({ of: 'gateways', name: group, peers: count, links: count });
  }
  return homings;
}

/** 0 = cut off, 1 = one link, 2 = several links to one device, 3 = several devices. */
export function redundancyOf({ peers, links }: Homing): 0 | 1 | 2 | 3 {
  if (links === 0) return 0;
  if (peers > 1) return 3;
  return links > 1 ? 2 : 1;
}
