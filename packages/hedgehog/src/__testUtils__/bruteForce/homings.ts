import { all, deviceOf, linksOf, Objects, one, typeOf } from './objects';
import { Place } from './places';
import { gatewaysOf, neighbours } from './walk';

/** Redundancy level and links by device. */
export function homingsOf(objects: Objects, endpoints: readonly Place[]) {
  const homings = new Map<string, { level: number; links: number }>();
  const add = (key: string, ends: readonly string[]) => {
    const peers = new Set(ends).size;
    const many = ends.length > 1 ? 2 : ends.length;
    homings.set(key, { level: peers > 1 ? 3 : many, links: ends.length });
  };
  const cables = all(objects, 'Connection').filter(connection =>
    ['unbundled', 'bundled', 'eslag'].includes(typeOf(connection)),
  );
  const servers = new Set([
    ...all(objects, 'Server').map(({ metadata }) => metadata.name),
    ...cables.flatMap(linksOf).map(link => deviceOf(link.server)),
  ]);
  for (const server of servers) {
    const ends = cables
      .flatMap(linksOf)
      .filter(link => deviceOf(link.server) === server)
      .map(link => deviceOf(link.switch))
      .filter(name => one(objects, 'Switch', name) !== undefined);
    add(`server ${server}`, ends);
  }
  for (const place of endpoints)
    add(
      `membership ${place.server} ${place.vpc}/${place.subnet}`,
      place.switches,
    );
  const used: string[] = [];
  for (const { metadata, spec } of all(objects, 'Switch')) {
    const ends = neighbours(objects, metadata.name);
    add(`switch ${metadata.name}`, ends);
    if (spec.role === 'spine' && ends.length > 0) used.push(metadata.name);
  }
  add('spines', used);
  for (const { spec } of all(objects, 'GatewayPeering')) {
    const group = spec.gatewayGroup ?? 'default';
    add(
      `gateways ${group}`,
      gatewaysOf(objects, group).map((_, index) => String(index)),
    );
  }
  return homings;
}
