import { append } from './append';
import { FabricRecords } from './FabricRecords';
import { islandsOf } from './memberships';
import { Underlay } from './Underlay';

/** Live gateways of each group with the islands they are cabled to. A gateway without a cable to a switch is not live. */
export function gatewayGroupsOf(
  { byKind }: Pick<FabricRecords, 'byKind'>,
  underlay: Underlay,
): Map<string, Map<string, string[]>> {
  const switches = new Map<string, string[]>();
  for (const connection of byKind.Connection.values()) {
    if (connection.type !== 'gateway') continue;
    for (const { from, to } of connection.links) append(switches, from, to);
  }
  const groups = new Map<string, Map<string, string[]>>();
  for (const [gateway, record] of byKind.Gateway) {
    const islands = islandsOf(switches.get(gateway) ?? [], underlay);
    if (islands.length === 0) continue;
    for (const group of record.groups) {
      const members = groups.get(group) ?? new Map<string, string[]>();
      groups.set(group, members.set(gateway, islands));
    }
  }
  return groups;
}
