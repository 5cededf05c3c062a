import { isIn, isWithin, network, range } from './addresses';
import { mayCall, shownOf, shownOutside } from './gateway';
import { all, deviceOf, Loose, Objects, one, typeOf } from './objects';
import { endpointsOf, Place } from './places';
import { externalSwitches, gatewaysOf, touch, walk } from './walk';

/** Every network outside that somebody reaches, as `<external> <prefix> <way>`; gateways with `→` and `←`. */
export function outsideOf(objects: Objects, place: Place): string[] {
  const walked = walk(objects, place.switches);
  return [
    ...throughExternalPeerings(objects, place, walked),
    ...throughStaticExternals(objects, place, walked),
    ...throughStaticRoutes(objects, place, walked),
    ...throughGateways(objects, place, walked),
  ];
}

function throughExternalPeerings(
  objects: Objects,
  place: Place,
  walked: Set<string>,
): string[] {
  return all(objects, 'ExternalPeering').flatMap(({ spec }) => {
    const { vpc, external } = spec.permit;
    if (vpc.name !== place.vpc || !vpc.subnets.includes(place.subnet))
      return [];
    if (!touch(walked, externalSwitches(objects, external.name))) return [];
    const permitted: string[] = external.prefixes.map(
      ({ prefix }: Loose) => prefix,
    );
    const own = one(objects, 'External', external.name).spec.static?.prefixes;
    const prefixes: string[] = own
      ? own.filter((prefix: string) =>
          permitted.some(permit => isWithin(prefix, permit)),
        )
      : permitted;
    return prefixes.map(
      prefix => `${external.name} ${network(prefix)} externalPeering`,
    );
  });
}

function throughStaticExternals(
  objects: Objects,
  place: Place,
  walked: Set<string>,
): string[] {
  return all(objects, 'Connection').flatMap(connection => {
    const body = connection.spec.staticExternal;
    if (!body || body.withinVPC !== place.vpc) return [];
    const end = body.link.switch;
    if (!walked.has(deviceOf(end))) return [];
    return [...end.subnets, end.ip].map(
      prefix => `${connection.metadata.name} ${network(prefix)} staticExternal`,
    );
  });
}

function throughStaticRoutes(
  objects: Objects,
  place: Place,
  walked: Set<string>,
): string[] {
  const { spec } = one(objects, 'VPC', place.vpc);
  return (spec.staticRoutes ?? []).flatMap(({ prefix, nextHops }: Loose) => {
    const isServed = nextHops.some((hop: string) => {
      const [address] = range(`${hop}/32`);
      const inside = Object.keys(spec.subnets).filter(subnet =>
        isIn(address, spec.subnets[subnet].subnet),
      );
      const links = all(objects, 'Connection').filter(
        connection =>
          typeOf(connection) === 'staticExternal' &&
          connection.spec.staticExternal.withinVPC === place.vpc &&
          isIn(address, connection.spec.staticExternal.link.switch.ip),
      );
      if (inside.length + links.length === 0) return walked.size > 0;
      const hosts = endpointsOf(objects).filter(
        ({ vpc, subnet }) => vpc === place.vpc && inside.includes(subnet),
      );
      return (
        hosts.some(({ switches }) => touch(walked, switches)) ||
        links.some(({ spec: { staticExternal } }) =>
          walked.has(deviceOf(staticExternal.link.switch)),
        )
      );
    });
    return isServed ? [`${place.vpc} ${network(prefix)} staticRoute`] : [];
  });
}

function throughGateways(
  objects: Objects,
  place: Place,
  walked: Set<string>,
): string[] {
  return all(objects, 'GatewayPeering').flatMap(({ spec }) => {
    const sides = Object.keys(spec.peering);
    const outer = sides.find(side => side !== place.vpc) ?? '';
    if (!sides.includes(place.vpc) || !outer.startsWith('ext.')) return [];
    const external = outer.slice(4);
    const away = walk(objects, externalSwitches(objects, external));
    const isServed = gatewaysOf(objects, spec.gatewayGroup ?? 'default').some(
      switches => switches.some(name => walked.has(name) && away.has(name)),
    );
    if (!isServed) return [];
    const inner = shownOf(
      objects,
      spec.peering[place.vpc],
      place.vpc,
      place.subnet,
    );
    const prefixes: string[] = (spec.peering[outer].expose ?? []).flatMap(
      (expose: Loose) =>
        expose.default
          ? ['0.0.0.0/0']
          : (expose.ips ?? []).flatMap(({ cidr }: Loose) => cidr ?? []),
    );
    return prefixes.flatMap(prefix => {
      const far = shownOutside(spec.peering[outer], prefix);
      const fact = `${external} ${network(prefix)} gatewayPeering`;
      return [
        ...(mayCall(objects, spec, place.vpc, inner, far) ? [`${fact} →`] : []),
        ...(mayCall(objects, spec, outer, far, inner) ? [`${fact} ←`] : []),
      ];
    });
  });
}
