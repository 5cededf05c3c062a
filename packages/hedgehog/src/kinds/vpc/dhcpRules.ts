import { at, JsonMap, mapOf, textOf } from '../../model/json';
import { PathSegments } from '../../model/path';
import {
  broadcastOf,
  holds,
  networkOf,
  parseIPv4,
  Prefix,
} from '../../schema/ipv4';
import { entriesOf, isHollow, itemsOf } from '../normalizers';
import { KindValidationRule, Say } from '../ValidationRule';
import { subnetsIn } from './subnets';

interface Served {
  subnet: JsonMap;
  dhcp: JsonMap;
  prefix: Prefix;
  gateway?: number;
  path: PathSegments;
}

let latest: { spec: JsonMap; found: readonly Served[] } | undefined;

/** Subnets with DHCP settings, found once for a spec: its rules ask one after the other. */
function served(spec: JsonMap): readonly Served[] {
  if (latest?.spec !== spec) latest = { spec, found: findServed(spec) };
  return latest.found;
}

function findServed(spec: JsonMap): Served[] {
  const found: Served[] = [];
  for (const { key, subnet, prefix, gateway } of subnetsIn(spec)) {
    const dhcp = mapOf(subnet.dhcp);
    // Most subnets leave DHCP to the defaults, which is an empty map.
    if (!dhcp || !prefix || Object.keys(dhcp).length === 0) continue;
    const path = ['spec', 'subnets', key, 'dhcp'];
    found.push({ subnet, dhcp, prefix, gateway, path });
  }
  return found;
}

const settings = 'VPC vpc-1 spec.subnets.default.dhcp';
const mac = 'aa:bb:cc:dd:ee:ff';

export const vpcDHCPRules: readonly KindValidationRule[] = [
  {
    id: 'vpc.dhcpRange',
    severity: 'critical',
    sentence:
      'A DHCP range begins before it ends, lies inside the subnet, and leaves out the network address and the gateway.',
    check({ spec }, say) {
      for (const entry of served(spec)) checkRange(entry, say);
    },
    accepts: {
      [`${settings}.range`]: { start: '10.0.1.2', end: '10.0.1.255' },
    },
    refuses: { [`${settings}.range`]: { start: '10.0.1.50', end: '10.0.1.5' } },
  },
  {
    id: 'vpc.dhcpStatic',
    severity: 'critical',
    sentence:
      'Fixed DHCP addresses lie inside the subnet, are given once, are neither network, gateway nor broadcast address, and need DHCP to be on.',
    check({ spec }, say) {
      for (const entry of served(spec)) checkStatic(entry, say);
    },
    accepts: { [`${settings}.static`]: { [mac]: { ip: '10.0.1.200' } } },
    refuses: { [`${settings}.static`]: { [mac]: { ip: '10.0.2.200' } } },
  },
  {
    id: 'vpc.dhcpRelay',
    severity: 'critical',
    sentence:
      'A DHCP relay stands in place of the built-in server, and a VPC for the relay only with a relay.',
    check({ spec }, say) {
      for (const { dhcp, path } of served(spec)) {
        const relay = textOf(dhcp.relay);
        if (relay && dhcp.enable === true)
          say(
            [...path, 'relay'],
            'The subnet has both a DHCP relay and the built-in DHCP server.',
            'Keep one of relay and enable.',
          );
        if (!relay && textOf(dhcp.relayVPC))
          say(
            [...path, 'relayVPC'],
            'A VPC for the DHCP relay is named, but no relay.',
            'Set relay.',
          );
      }
    },
    accepts: {
      [settings]: { relay: '10.99.0.100/32', relayVPC: 'vpc-2' },
    },
    refuses: { [`${settings}.relay`]: '10.99.0.100/32' },
  },
  {
    id: 'vpc.dhcpRelayLength',
    // Hedgehog reads a prefix here, while its own guide shows a bare address.
    severity: 'warning',
    sentence: 'A DHCP relay is given with its prefix length.',
    check({ spec }, say) {
      for (const { dhcp, path } of served(spec)) {
        const relay = textOf(dhcp.relay);
        if (relay && !relay.includes('/'))
          say(
            [...path, 'relay'],
            `The relay ${relay} has no prefix length.`,
            `Write ${relay}/32.`,
          );
      }
    },
    accepts: { [settings]: { relay: '10.99.0.100/32' } },
    refuses: { [settings]: { relay: '10.99.0.100' } },
  },
  {
    id: 'vpc.dhcpRoute',
    severity: 'critical',
    sentence: 'Routes told by DHCP lead through a gateway inside the subnet.',
    check({ spec }, say) {
      for (const { dhcp, subnet, prefix, path } of served(spec)) {
        for (const [index, route] of itemsOf(
          at(dhcp, 'options', 'advertisedRoutes'),
        )) {
          const gateway = parseIPv4(textOf(route.gateway) ?? '');
          if (gateway !== undefined && !holds(prefix, gateway))
            say(
              [...path, 'options', 'advertisedRoutes', index, 'gateway'],
              `The gateway ${route.gateway} is outside the subnet ${subnet.subnet}.`,
              'Name a gateway that hosts of the subnet reach.',
            );
        }
      }
    },
    accepts: {
      [`${settings}.options`]: {
        advertisedRoutes: [{ destination: '10.8.0.0/16', gateway: '10.0.1.9' }],
      },
    },
    refuses: {
      [`${settings}.options`]: {
        advertisedRoutes: [{ destination: '10.8.0.0/16', gateway: '10.8.1.9' }],
      },
    },
  },
];

const rangeHint = 'Leave the range out to get all of the subnet.';

function checkRange(entry: Served, say: Say) {
  const range = mapOf(entry.dhcp.range);
  if (!range) return;
  const { prefix, path } = entry;
  const start = checkEnd(entry, 'start', range.start, say);
  const end = checkEnd(entry, 'end', range.end, say);
  if (start === undefined || end === undefined) return;
  if (start >= end)
    say(
      [...path, 'range'],
      `The DHCP range begins at ${range.start}, which is not before its end ${range.end}.`,
      rangeHint,
    );
  else if (start === networkOf(prefix))
    say(
      [...path, 'range', 'start'],
      `The DHCP range begins at ${range.start}, which is no host address.`,
      rangeHint,
    );
}

/** The address at one end of a range. */
function checkEnd(
  { subnet, prefix, gateway, path }: Served,
  end: 'start' | 'end',
  text: unknown,
  say: Say,
): number | undefined {
  const address = parseIPv4(textOf(text) ?? '');
  if (address === undefined) return undefined;
  if (!holds(prefix, address))
    say(
      [...path, 'range', end],
      `The ${end} ${text} of the DHCP range is outside the subnet ${subnet.subnet}.`,
      rangeHint,
    );
  else if (address === gateway)
    say(
      [...path, 'range', end],
      `The DHCP range ${
        end === 'start' ? 'begins' : 'ends'
      } at ${text}, which is the gateway.`,
      rangeHint,
    );
  return address;
}

function checkStatic(
  { dhcp, prefix, gateway, subnet, path }: Served,
  say: Say,
) {
  if (isHollow(dhcp.static)) return;
  if (dhcp.enable !== true)
    say(
      [...path, 'static'],
      'Fixed addresses are given, but DHCP is off.',
      'Set enable: true, or remove them.',
    );
  const taken = new Map<number, string>();
  for (const [key, host] of entriesOf(dhcp.static)) {
    const text = textOf(host.ip);
    const address = parseIPv4(text ?? '');
    if (address === undefined) continue;
    const place = [...path, 'static', key, 'ip'];
    const other = taken.get(address);
    if (!holds(prefix, address))
      say(place, `The address ${text} is outside the subnet ${subnet.subnet}.`);
    else if (
      address === networkOf(prefix) ||
      address === broadcastOf(prefix) ||
      address === gateway
    )
      say(
        place,
        `The address ${text} is the network, broadcast or gateway address.`,
        'Choose a host address.',
      );
    else if (other !== undefined)
      say(place, `The address ${text} is given to ${other} and to ${key}.`);
    taken.set(address, key);
  }
}
