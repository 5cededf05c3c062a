import { entriesOf, itemsOf } from '../../kinds/normalizers';
import { JsonMap, mapOf, textOf } from '../../model/json';
import { normalForm } from '../../schema/Form';
import {
  ExposeRecord,
  ForwardRecord,
  GatewayPeeringRecord,
  Translation,
} from '../records';
import { readFilter } from './readFilter';
import { readPorts } from './readPorts';

const translations = ['masquerade', 'static', 'portForward'] as const;
const protocolNumbers = { tcp: [6], udp: [17] } as const;

export function readGatewayPeering(spec: JsonMap): GatewayPeeringRecord {
  const sides = entriesOf(spec.peering).map(([name, side]) => ({
    name,
    exposes: itemsOf(side.expose).map(([, expose]) => readExpose(expose)),
  }));
  const acl = mapOf(spec.acl);
  return {
    group: textOf(spec.gatewayGroup) ?? 'default',
    sides,
    ...(acl
      ? {
          filter: readFilter(
            acl,
            sides.map(({ name }) => name),
          ),
        }
      : {}),
  };
}

function readExpose(expose: JsonMap): ExposeRecord {
  const ips = itemsOf(expose.ips).map(([, item]) => item);
  const as = itemsOf(expose.as).map(([, item]) => item);
  const nat = mapOf(expose.nat);
  const translation: Translation =
    translations.find(way => mapOf(nat?.[way])) ?? 'plain';
  return {
    isAll: expose.default === true,
    subnets: ips.flatMap(item => textOf(item.vpcSubnet) ?? []),
    prefixes: ips.flatMap(item => prefixOf(item.cidr)),
    without: ips.flatMap(item => prefixOf(item.not)),
    translation,
    as: {
      prefixes: as.flatMap(item => prefixOf(item.cidr)),
      without: as.flatMap(item => prefixOf(item.not)),
    },
    forwards: itemsOf(mapOf(nat?.portForward)?.ports).flatMap(([, entry]) =>
      readForward(entry),
    ),
  };
}

function readForward({ proto, port, as }: JsonMap): ForwardRecord[] {
  const inside = readPorts(port);
  if (!inside) return [];
  return [
    {
      protocols:
        proto === 'tcp' || proto === 'udp' ? protocolNumbers[proto] : [6, 17],
      port: inside,
      as: readPorts(as) ?? inside,
    },
  ];
}

function prefixOf(value: unknown): string[] {
  const prefix = normalForm('prefix', textOf(value) ?? '');
  return prefix ? [prefix] : [];
}
