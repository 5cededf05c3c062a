import { KubernetesObject } from '../model/KubernetesObject';
import { modelOf } from './FabricModel';
import { Opener } from './Impact';
import { OutsideRelation, Relation } from './Relation';
import { meeting, Open } from './ways';

/** What one server reaches. */
export interface Reach {
  /** Subnets it is in, with the switches that carry them. */
  subnets: { subnet: string; switches: string[] }[];
  /**
   * Servers it reaches from one of these, with the way. All are counted, the first are told. `opener`: only the server that
   * was asked for (`from`), or only the other (`to`), opens connections; answers pass both ways.
   */
  servers: {
    server: string;
    subnet: string;
    via: Relation['via'];
    opener?: Opener;
  }[];
  serverCount: number;
  outside: (Pick<OutsideRelation, 'external' | 'prefix' | 'via' | 'subnet'> & {
    opener?: Opener;
  })[];
}

/** What a server reaches, through which VPC, peering, external and gateway. `limit`: most servers told, 100 unless given. */
export function reachFrom(
  objects: Iterable<KubernetesObject>,
  server: string,
  { limit = 100 }: { limit?: number } = {},
): Reach {
  const { memberships, relations } = modelOf(objects);
  const reach: Reach = {
    subnets: [],
    servers: [],
    serverCount: 0,
    outside: [],
  };
  for (const [subnet, servers] of memberships) {
    const own = servers.get(server);
    if (own) reach.subnets.push({ subnet, switches: [...own.switches] });
  }
  const islandsIn = (subnet: string) =>
    memberships.get(subnet)?.get(server)?.islands;
  for (const { from, to, via, ...ways } of relations.inside.values()) {
    const turned = { forth: ways.back, back: ways.forth };
    const directions =
      from === to
        ? [{ near: from, far: to, seen: ways }]
        : [
            { near: from, far: to, seen: ways },
            { near: to, far: from, seen: turned },
          ];
    for (const { near, far, seen } of directions) {
      const own = islandsIn(near);
      if (!own) continue;
      for (const [other, { islands }] of memberships.get(far) ?? []) {
        const open = meeting(seen, own, islands);
        if (other === server || !(open.forth || open.back)) continue;
        reach.serverCount += 1;
        if (reach.servers.length < limit)
          reach.servers.push({
            server: other,
            subnet: far,
            via,
            ...openerOf(open),
          });
      }
    }
  }
  for (const relation of relations.outside.values()) {
    const { subnet, external, prefix, via } = relation;
    const open = meeting(relation, islandsIn(subnet) ?? []);
    if (open.forth || open.back)
      reach.outside.push({
        subnet,
        external,
        prefix,
        via,
        ...openerOf(open),
      });
  }
  return reach;
}

function openerOf({ forth, back }: Open): { opener?: Opener } {
  if (forth && back) return {};
  return { opener: forth ? 'from' : 'to' };
}
