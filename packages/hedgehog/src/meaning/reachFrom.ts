import { KubernetesObject } from '../model/KubernetesObject';
import { modelOf } from './FabricModel';
import { OutsideRelation, Relation } from './Relation';

/** What one server reaches. */
export interface Reach {
  /** Subnets it is in, with the switches that carry them. */
  subnets: { subnet: string; switches: string[] }[];
  /** Servers it reaches from one of these, with the way. All are counted, the first are told. */
  servers: { server: string; subnet: string; via: Relation['via'] }[];
  serverCount: number;
  outside: Pick<OutsideRelation, 'external' | 'prefix' | 'via' | 'subnet'>[];
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
  for (const { from, to, via, islands } of relations.inside.values()) {
    const ways =
      from === to
        ? [[from, to]]
        : [
            [from, to],
            [to, from],
          ];
    for (const [near, far] of ways) {
      const own = islandsIn(near)?.filter(
        island => !islands || islands.includes(island),
      );
      if (!own) continue;
      for (const [other, membership] of memberships.get(far) ?? []) {
        if (other === server) continue;
        if (!membership.islands.some(island => own.includes(island))) continue;
        reach.serverCount += 1;
        if (reach.servers.length < limit)
          reach.servers.push({ server: other, subnet: far, via });
      }
    }
  }
  for (const relation of relations.outside.values()) {
    const { subnet, external, prefix, via, islands } = relation;
    if (islandsIn(subnet)?.some(island => islands.includes(island)))
      reach.outside.push({ subnet, external, prefix, via });
  }
  return reach;
}
