import { byText } from '../../model/json';
import { FabricRecords } from '../FabricRecords';
import { gatewayGroupsOf } from '../gatewayGroupsOf';
import { GatewayPeeringRecord } from '../records';
import { RelationCollector } from '../RelationCollector';
import { Underlay } from '../Underlay';
import { Exposure, exposuresOf, outsideExposures } from './exposures';
import { Filter } from './Filter';
import { mayOpen } from './mayOpen';

interface Side {
  name: string;
  /** The external, when it is one. */
  external?: string;
  /** Subnets (`vpc/subnet`) or networks outside, with what is shown of them. */
  places: [string, readonly Exposure[]][];
}

/** What reaches what through gateways: where both sides show something, where a live gateway is, and as its filter says. */
export function collectGatewayPeerings(
  { byKind }: FabricRecords,
  underlay: Underlay,
  found: RelationCollector,
): void {
  const groups = gatewayGroupsOf({ byKind }, underlay);
  for (const { group, sides, filter } of byKind.GatewayPeering.values()) {
    if (sides.length !== 2) continue;
    const islands = [
      ...new Set([...(groups.get(group)?.values() ?? [])].flat()),
    ].sort(byText);
    if (islands.length === 0) continue;
    const [left, right] = sides.map(side => sideOf(side, byKind.VPC));
    const compiled =
      filter &&
      Filter.of(filter, [left.name, right.name], name => byKind.VPC.get(name));
    for (const [a, shown] of left.places) {
      for (const [b, others] of right.places) {
        const open =
          (from: Side, to: Side) =>
          (callers: readonly Exposure[], called: readonly Exposure[]) =>
            callers.some(one =>
              called.some(other =>
                mayOpen(one, other, {
                  filter: compiled,
                  side: from.name,
                  other: to.name,
                }),
              ),
            );
        const isForth = open(left, right)(shown, others);
        const isBack = open(right, left)(others, shown);
        tell(found, islands, [left, a, isForth], [right, b, isBack]);
      }
    }
  }
}

/** Each end: its side, its place, and whether it may open connections to the other. */
function tell(
  found: RelationCollector,
  islands: readonly string[],
  one: [Side, string, boolean],
  other: [Side, string, boolean],
): void {
  const inner = one[0].external === undefined ? one : other;
  const outer = inner === one ? other : one;
  const [, place, mayCall] = inner;
  const [{ external }, far, mayBeCalled] = outer;
  const waysOn = (on: readonly string[]) => ({
    forth: mayCall ? on : [],
    back: mayBeCalled ? on : [],
  });
  if (inner[0].external !== undefined) return;
  if (external === undefined)
    found.join(place, far, 'gatewayPeering', waysOn(islands));
  else
    found.lead(
      { subnet: place, external, prefix: far, via: 'gatewayPeering' },
      waysOn(
        found
          .islandsOfExternal(external)
          .filter(island => islands.includes(island)),
      ),
    );
}

function sideOf(
  { name, exposes }: GatewayPeeringRecord['sides'][number],
  vpcs: FabricRecords['byKind']['VPC'],
): Side {
  if (name.startsWith('ext.'))
    return {
      name,
      external: name.slice(4),
      places: [...outsideExposures(exposes)],
    };
  const vpc = vpcs.get(name);
  return {
    name,
    places: vpc
      ? [...exposuresOf(vpc, exposes)].map(([subnet, exposures]) => [
          `${name}/${subnet}`,
          exposures,
        ])
      : [],
  };
}
