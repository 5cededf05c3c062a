import { all, deviceOf, linksOf, Objects, one, typeOf } from './objects';

/** A server in a subnet; or a subnet that nobody is in. */
export interface Place {
  server: string;
  vpc: string;
  subnet: string;
  switches: string[];
}

export function text({ server, vpc, subnet }: Place): string {
  return `${server}@${vpc}/${subnet}`;
}

/** Every subnet as a place that nobody is in. */
export function emptyPlaces(objects: Objects): Place[] {
  return all(objects, 'VPC').flatMap(({ metadata, spec }) =>
    Object.keys(spec.subnets).map(subnet => ({
      server: '',
      vpc: metadata.name,
      subnet,
      switches: [],
    })),
  );
}

export function endpointsOf(objects: Objects): Place[] {
  const places: Place[] = [];
  for (const attachment of all(objects, 'VPCAttachment')) {
    const [vpc, subnet = 'default'] = attachment.spec.subnet.split('/');
    const spec = one(objects, 'VPC', vpc)?.spec;
    const connection = one(objects, 'Connection', attachment.spec.connection);
    if (!spec?.subnets[subnet] || !connection) continue;
    if (!['unbundled', 'bundled', 'eslag'].includes(typeOf(connection)))
      continue;
    for (const link of linksOf(connection)) {
      const name = deviceOf(link.switch);
      const carrier = one(objects, 'Switch', name);
      if (!carrier) continue;
      const carried = carrier.spec.vlanNamespaces?.length
        ? carrier.spec.vlanNamespaces
        : ['default'];
      if (!carried.includes(spec.vlanNamespace ?? 'default')) continue;
      const server = deviceOf(link.server);
      let place = places.find(
        known =>
          known.server === server &&
          known.vpc === vpc &&
          known.subnet === subnet,
      );
      if (!place) places.push((place = { server, vpc, subnet, switches: [] }));
      if (!place.switches.includes(name)) place.switches.push(name);
    }
  }
  return places;
}
