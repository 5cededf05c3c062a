import { holds, parseIPv4, parsePrefix } from '../schema/ipv4';
import { FabricRecords } from './FabricRecords';
import { islandsOf, Memberships } from './memberships';
import { RelationCollector } from './RelationCollector';
import { Underlay } from './Underlay';

/**
 * Networks behind static routes of VPCs. A next hop in a subnet of the VPC is a host, so a server must be there; one on the
 * link of a static external is behind that switch; where any other is, only the network knows, so its route stands.
 */
export function collectStaticRoutes(
  { byKind }: FabricRecords,
  underlay: Underlay,
  memberships: Memberships,
  found: RelationCollector,
): void {
  const links = linksOf(byKind.Connection, underlay);
  for (const [name, vpc] of byKind.VPC) {
    for (const { prefix, nextHops } of vpc.routes) {
      for (const nextHop of nextHops) {
        const places = [
          ...[...vpc.subnets].map(([subnet, { prefix: network }]) => ({
            network,
            islands: () =>
              [
                ...(memberships.get(`${name}/${subnet}`)?.values() ?? []),
              ].flatMap(server => server.islands),
          })),
          ...(links.get(name) ?? []),
        ].filter(({ network }) => isIn(nextHop, network));
        const islands =
          places.length > 0
            ? places.flatMap(place => place.islands())
            : undefined;
        const ways = islands ? { forth: islands, back: islands } : {};
        for (const subnet of found.subnetsOf(name))
          found.lead(
            { subnet, external: name, prefix, via: 'staticRoute' },
            ways,
          );
      }
    }
  }
}

/** Networks on the links of static externals, by VPC. */
function linksOf(
  connections: FabricRecords['byKind']['Connection'],
  underlay: Underlay,
) {
  const links = new Map<
    string,
    { network?: string; islands: () => readonly string[] }[]
  >();
  for (const connection of connections.values()) {
    if (connection.type !== 'staticExternal' || !connection.withinVPC) continue;
    const list = links.get(connection.withinVPC) ?? [];
    list.push({
      network: connection.link,
      islands: () => islandsOf([connection.device], underlay),
    });
    links.set(connection.withinVPC, list);
  }
  return links;
}

function isIn(address: string, network: string | undefined): boolean {
  const number = parseIPv4(address.split('/')[0]);
  const prefix = parsePrefix(network ?? '');
  return number !== undefined && !!prefix && holds(prefix, number);
}
