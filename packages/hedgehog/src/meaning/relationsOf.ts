import { byText } from '../model/json';
import { append } from './append';
import { exposedPrefixes, exposedSubnets } from './exposed';
import { FabricRecords } from './FabricRecords';
import { gatewayGroupsOf } from './gatewayGroupsOf';
import { islandsOf } from './memberships';
import { VPCRecord } from './records';
import { OutsideRelation, Relation, Relations, Via } from './Relation';
import { Underlay } from './Underlay';

class Collector implements Relations {
  readonly inside = new Map<string, Relation>();
  readonly outside = new Map<string, OutsideRelation>();
  readonly #records: FabricRecords['byKind'];
  readonly #underlay: Underlay;

  constructor({ byKind }: FabricRecords, underlay: Underlay) {
    this.#records = byKind;
    this.#underlay = underlay;
  }

  withinVPCs(): void {
    for (const [name, vpc] of this.#records.VPC) {
      const subnets = [...vpc.subnets.keys()];
      subnets.forEach((a, index) => {
        for (const b of subnets.slice(index)) {
          if (isOpen(vpc, a, b))
            this.#join(`${name}/${a}`, `${name}/${b}`, 'vpc');
        }
      });
    }
  }

  vpcPeerings(): void {
    for (const { policies } of this.#records.VPCPeering.values()) {
      for (const [left, right] of policies) {
        for (const a of this.#subnetsOf(left.vpc, left.subnets)) {
          for (const b of this.#subnetsOf(right.vpc, right.subnets))
            this.#join(a, b, 'vpcPeering');
        }
      }
    }
  }

  externalPeerings(): void {
    const islands = this.#islandsOfExternals();
    for (const peering of this.#records.ExternalPeering.values()) {
      const { vpc, external, subnets, prefixes } = peering;
      for (const subnet of this.#subnetsOf(vpc, subnets)) {
        for (const prefix of prefixes)
          this.#lead(
            { subnet, external, prefix, via: 'externalPeering' },
            islands.get(external) ?? [],
          );
      }
    }
  }

  staticExternals(): void {
    for (const [external, connection] of this.#records.Connection) {
      if (connection.type !== 'staticExternal' || !connection.withinVPC)
        continue;
      const islands = islandsOf([connection.device], this.#underlay);
      for (const subnet of this.#subnetsOf(connection.withinVPC)) {
        for (const prefix of connection.prefixes)
          this.#lead(
            { subnet, external, prefix, via: 'staticExternal' },
            islands,
          );
      }
    }
  }

  gatewayPeerings(): void {
    const groups = gatewayGroupsOf({ byKind: this.#records }, this.#underlay);
    const externals = this.#islandsOfExternals();
    for (const { group, sides } of this.#records.GatewayPeering.values()) {
      if (sides.length !== 2) continue;
      const islands = [
        ...new Set([...(groups.get(group)?.values() ?? [])].flat()),
      ].sort(byText);
      if (islands.length === 0) continue;
      const [left, right] = sides.map(({ name, exposes }) => {
        const vpc = this.#records.VPC.get(name);
        return {
          external: name.startsWith('ext.') ? name.slice(4) : undefined,
          subnets: vpc
            ? exposedSubnets(vpc, exposes).map(subnet => `${name}/${subnet}`)
            : [],
          prefixes: exposedPrefixes(exposes),
        };
      });
      for (const a of left.subnets) {
        for (const b of right.subnets)
          this.#join(a, b, 'gatewayPeering', islands);
      }
      for (const [inner, outer] of [
        [left, right],
        [right, left],
      ]) {
        if (outer.external === undefined) continue;
        const reached = (externals.get(outer.external) ?? []).filter(island =>
          islands.includes(island),
        );
        for (const subnet of inner.subnets) {
          for (const prefix of outer.prefixes)
            this.#lead(
              {
                subnet,
                external: outer.external,
                prefix,
                via: 'gatewayPeering',
              },
              reached,
            );
        }
      }
    }
  }

  #islandsOfExternals(): Map<string, string[]> {
    const switches = new Map<string, string[]>();
    for (const attachment of this.#records.ExternalAttachment.values()) {
      const { external, connection } = attachment;
      const cabling = this.#records.Connection.get(connection);
      if (!this.#records.External.has(external)) continue;
      if (cabling?.type !== 'external') continue;
      append(switches, external, cabling.device);
    }
    return new Map(
      [...switches].map(([external, names]) => [
        external,
        islandsOf(names, this.#underlay),
      ]),
    );
  }

  #subnetsOf(vpc: string, wanted?: readonly string[]): string[] {
    const subnets = this.#records.VPC.get(vpc)?.subnets;
    if (!subnets) return [];
    return (wanted ?? [...subnets.keys()])
      .filter(name => subnets.has(name))
      .map(name => `${vpc}/${name}`);
  }

  #join(a: string, b: string, via: Via, islands?: readonly string[]): void {
    const [from, to] = a <= b ? [a, b] : [b, a];
    const key = `${from} ${to} ${via}`;
    const known = this.inside.get(key);
    this.inside.set(key, {
      from,
      to,
      via,
      ...(islands ? { islands: union(known?.islands ?? [], islands) } : {}),
    });
  }

  #lead(
    relation: Omit<OutsideRelation, 'islands'>,
    islands: readonly string[],
  ): void {
    if (islands.length === 0) return;
    const { subnet, external, prefix, via } = relation;
    const key = `${subnet} ${external} ${prefix} ${via}`;
    const known = this.outside.get(key)?.islands ?? [];
    this.outside.set(key, { ...relation, islands: union(known, islands) });
  }
}

/** What may reach what in a fabric, subnet by subnet. Filters (ACL) and translation (NAT) of gateways are not looked into. */
export function relationsOf(
  records: FabricRecords,
  underlay: Underlay,
): Relations {
  const collector = new Collector(records, underlay);
  collector.withinVPCs();
  collector.vpcPeerings();
  collector.externalPeerings();
  collector.staticExternals();
  collector.gatewayPeerings();
  return collector;
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

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort(byText);
}
