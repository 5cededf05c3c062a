import { FabricRecords } from './FabricRecords';
import { collectGatewayPeerings } from './gateway/collectGatewayPeerings';
import { islandsOf, Memberships } from './memberships';
import { permittedPrefixes } from './permittedPrefixes';
import { VPCRecord } from './records';
import { RelationCollector } from './RelationCollector';
import { Relations } from './Relation';
import { collectStaticRoutes } from './staticRoutes';
import { Underlay } from './Underlay';

/**
 * What may reach what in a fabric, subnet by subnet. Filters of external attachments are not looked into: what they do
 * with packets that no statement matches is not documented.
 */
export function relationsOf(
  records: FabricRecords,
  underlay: Underlay,
  memberships: Memberships,
): Relations {
  const found = RelationCollector.of(records, underlay);
  collectVPCs(records, found);
  collectVPCPeerings(records, found);
  collectExternalPeerings(records, found);
  collectStaticExternals(records, underlay, found);
  collectStaticRoutes(records, underlay, memberships, found);
  collectGatewayPeerings(records, underlay, found);
  return found;
}

function collectVPCs({ byKind }: FabricRecords, found: RelationCollector) {
  for (const [name, vpc] of byKind.VPC) {
    const subnets = [...vpc.subnets.keys()];
    subnets.forEach((a, index) => {
      for (const b of subnets.slice(index)) {
        if (isOpen(vpc, a, b))
          found.join(`${name}/${a}`, `${name}/${b}`, 'vpc');
      }
    });
  }
}

function collectVPCPeerings(
  { byKind }: FabricRecords,
  found: RelationCollector,
) {
  for (const { policies } of byKind.VPCPeering.values()) {
    for (const [left, right] of policies) {
      for (const a of found.subnetsOf(left.vpc, left.subnets)) {
        for (const b of found.subnetsOf(right.vpc, right.subnets))
          found.join(a, b, 'vpcPeering');
      }
    }
  }
}

function collectExternalPeerings(
  { byKind }: FabricRecords,
  found: RelationCollector,
) {
  for (const peering of byKind.ExternalPeering.values()) {
    const { vpc, external, subnets } = peering;
    const islands = found.islandsOfExternal(external);
    const prefixes = permittedPrefixes(
      peering.prefixes,
      byKind.External.get(external),
    );
    for (const subnet of found.subnetsOf(vpc, subnets)) {
      for (const prefix of prefixes)
        found.lead(
          { subnet, external, prefix, via: 'externalPeering' },
          { forth: islands, back: islands },
        );
    }
  }
}

function collectStaticExternals(
  { byKind }: FabricRecords,
  underlay: Underlay,
  found: RelationCollector,
) {
  for (const [external, connection] of byKind.Connection) {
    if (connection.type !== 'staticExternal' || !connection.withinVPC) continue;
    const islands = islandsOf([connection.device], underlay);
    for (const subnet of found.subnetsOf(connection.withinVPC)) {
      for (const prefix of connection.prefixes)
        found.lead(
          { subnet, external, prefix, via: 'staticExternal' },
          { forth: islands, back: islands },
        );
    }
  }
}

/** Whether two subnets of one VPC reach each other; for one and the same: whether its hosts do. */
function isOpen(vpc: VPCRecord, a: string, b: string): boolean {
  if (a === b) return !vpc.subnets.get(a)?.isRestricted;
  const isClosed =
    vpc.subnets.get(a)?.isIsolated || vpc.subnets.get(b)?.isIsolated;
  return (
    !isClosed ||
    vpc.permit.some(group => group.includes(a) && group.includes(b))
  );
}
