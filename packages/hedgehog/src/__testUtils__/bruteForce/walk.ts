import { all, deviceOf, linksOf, Objects, one, typeOf } from './objects';

export function neighbours(objects: Objects, name: string): string[] {
  return all(objects, 'Connection').flatMap(connection => {
    const type = typeOf(connection);
    if (type !== 'fabric' && type !== 'mesh') return [];
    return linksOf(connection).flatMap(link => {
      const [a, b] = Object.values(link).map(deviceOf);
      const other = [...(a === name ? [b] : []), ...(b === name ? [a] : [])];
      return other.filter(
        end => end !== name && one(objects, 'Switch', end) !== undefined,
      );
    });
  });
}

/** Every switch that can be walked to, starting from some. */
export function walk(objects: Objects, from: readonly string[]): Set<string> {
  const seen = new Set(
    from.filter(name => one(objects, 'Switch', name) !== undefined),
  );
  const queue = [...seen];
  while (queue.length > 0) {
    for (const next of neighbours(objects, queue.pop() as string)) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen;
}

export const touch = (walked: Set<string>, names: readonly string[]) =>
  names.some(name => walked.has(name));

/** Switches of every live gateway of a group. */
export function gatewaysOf(objects: Objects, group: string): string[][] {
  return all(objects, 'Gateway').flatMap(gateway => {
    const groups = gateway.spec.groups?.length
      ? gateway.spec.groups
      : [{ name: 'default' }];
    if (!groups.some((member: { name: string }) => member.name === group))
      return [];
    const switches = all(objects, 'Connection')
      .filter(connection => typeOf(connection) === 'gateway')
      .flatMap(linksOf)
      .filter(link => deviceOf(link.gateway) === gateway.metadata.name)
      .map(link => deviceOf(link.switch))
      .filter(name => one(objects, 'Switch', name) !== undefined);
    return switches.length > 0 ? [switches] : [];
  });
}

export function externalSwitches(objects: Objects, external: string): string[] {
  if (!one(objects, 'External', external)) return [];
  return all(objects, 'ExternalAttachment').flatMap(({ spec }) => {
    const connection = one(objects, 'Connection', spec.connection);
    return spec.external === external &&
      connection &&
      typeOf(connection) === 'external'
      ? [deviceOf(connection.spec.external.link.switch)]
      : [];
  });
}
