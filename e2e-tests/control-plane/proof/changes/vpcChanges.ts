import type { Change } from './Change';
import { rowsOf, type Row } from './rowsOf';
import {
  added,
  longer,
  plus,
  removed,
  reversed,
  set,
  shorter,
  text,
  withoutDefault,
} from './to';

const lastOctet = text(/\.\d+(?=$|\/)/, '.77');

const critical: Row[] = [
  ['VPC', 'another VLAN', 'spec.subnets.*.vlan', plus(1500)],
  ['VPC', 'another network', 'spec.subnets.*.subnet', text(/^10\./, '11.')],
  ['VPC', 'another gateway', 'spec.subnets.*.gateway', lastOctet],
  ['VPC', 'BGP with hosts', 'spec.subnets.*.hostBGP', added(true)],
  ['VPC', 'DHCP on', 'spec.subnets.*.dhcp.enable', added(true)],
  ['VPC', 'DHCP off', 'spec.subnets.*.dhcp.enable', set(false)],
  ['VPC', 'DHCP relay', 'spec.subnets.*.dhcp.relay', added('10.9.9.9/32')],
  ['VPC', 'another mode', 'spec.mode', added('l3vni')],
  ['VPC', 'another IPv4 namespace', 'spec.ipv4Namespace', set('edited')],
  ['VPC', 'another VLAN namespace', 'spec.vlanNamespace', set('edited')],
  ['VPC', 'a next hop', 'spec.staticRoutes.*.nextHops.*', lastOctet],
  ['VPC', 'another order of routes', 'spec.staticRoutes', reversed],
  ['VPCAttachment', 'untagged', 'spec.nativeVLAN', added(true)],
  ['External', 'routes in', 'spec.inboundCommunity', set('1:1')],
  ['External', 'routes out', 'spec.outboundCommunity', set('1:1')],
  ['External', 'a static network', 'spec.static.prefixes', shorter],
  ['External', 'another namespace', 'spec.ipv4Namespace', set('edited')],
  ['ExternalAttachment', 'another external', 'spec.external', set('edited')],
  [
    'ExternalAttachment',
    'another connection',
    'spec.connection',
    set('edited'),
  ],
  ['ExternalAttachment', 'another VLAN', 'spec.switch.vlan', plus(1)],
  ['ExternalAttachment', 'another address', 'spec.switch.ip', lastOctet],
  ['ExternalAttachment', 'another ASN', 'spec.neighbor.asn', plus(1)],
  ['ExternalAttachment', 'another neighbour', 'spec.neighbor.ip', lastOctet],
  ['ExternalAttachment', 'next hop', 'spec.static.remoteIP', lastOctet],
  [
    'ExternalAttachment',
    'another order of filters',
    'spec.inboundACL.statements',
    reversed,
  ],
  [
    'ExternalAttachment',
    'a filter lets in',
    'spec.inboundACL.statements.*.action',
    text(/deny/, 'permit'),
  ],
  ['ExternalAttachment', 'no filter', 'spec.inboundACL', removed],
];

const reach: Row[] = [
  ['VPC', 'a subnet less', 'spec.subnets.backend', removed],
  [
    'VPC',
    'a subnet more',
    'spec.subnets.edited',
    added({ subnet: '10.200.0.0/24', vlan: 2900 }),
  ],
  ['VPC', 'isolated', 'spec.subnets.*.isolated', added(true)],
  ['VPC', 'no longer isolated', 'spec.subnets.*.isolated', removed],
  ['VPC', 'restricted', 'spec.subnets.*.restricted', added(true)],
  ['VPC', 'isolated by default', 'spec.defaultIsolated', added(true)],
  ['VPC', 'restricted by default', 'spec.defaultRestricted', added(true)],
  ['VPC', 'a permit more', 'spec.permit', added([['default', 'edited']])],
  ['VPC', 'a permit less', 'spec.permit', removed],
  [
    'VPCAttachment',
    'another VPC',
    'spec.subnet',
    value => (value === 'vpc-0001/default' ? undefined : 'vpc-0001/default'),
  ],
  ['VPCAttachment', 'another connection', 'spec.connection', set('edited')],
  [
    'VPCPeering',
    'fewer subnets',
    'spec.permit.*.*.subnets',
    added(['default']),
  ],
  ['VPCPeering', 'all subnets', 'spec.permit.*.*.subnets', removed],
  [
    'VPCPeering',
    'a policy more',
    'spec.permit',
    value => [...(value as unknown[]), ...(value as unknown[])],
  ],
  [
    'ExternalPeering',
    'other subnets',
    'spec.permit.vpc.subnets',
    longer('edited'),
  ],
  [
    'ExternalPeering',
    'another network',
    'spec.permit.external.prefixes.*.prefix',
    set('198.18.0.0/15'),
  ],
];

const warning: Row[] = [
  ['VPC', 'DHCP range', 'spec.subnets.*.dhcp.range.end', lastOctet],
  ['VPC', 'a fixed address', 'spec.subnets.*.dhcp.static.*.ip', lastOctet],
  [
    'VPC',
    'a fixed address more',
    'spec.subnets.*.dhcp.static.0c:20:12:00:00:77',
    (value, object) =>
      JSON.stringify(object).includes('0c:20:12:aa:00:02') &&
      value === undefined
        ? { ip: '10.0.1.77' }
        : undefined,
  ],
  ['VPC', 'MTU of hosts', 'spec.subnets.*.dhcp.options.interfaceMTU', plus(1)],
  [
    'VPC',
    'a name server',
    'spec.subnets.*.dhcp.options.dnsServers',
    longer('192.0.2.53'),
  ],
  [
    'VPC',
    'a route for hosts',
    'spec.subnets.*.dhcp.options.advertisedRoutes.*.gateway',
    lastOctet,
  ],
  ['IPv4Namespace', 'a network more', 'spec.subnets', longer('198.18.0.0/15')],
  [
    'VLANNamespace',
    'a longer range',
    'spec.ranges.*.to',
    (value, { metadata }) =>
      metadata.name === 'default' ? Number(value) + 1 : undefined,
  ],
];

const info: Row[] = [
  [
    'VPC',
    'another order of next hops',
    'spec.staticRoutes.*.nextHops',
    reversed,
  ],
  ['VPC', 'another order in a permit', 'spec.permit.*', reversed],
  ['External', 'another order of networks', 'spec.static.prefixes', reversed],
];

const webhook: Row[] = [
  [
    'VPC',
    'default namespace left out',
    'spec.vlanNamespace',
    withoutDefault('default'),
  ],
  ['VPC', 'default gateway left out', 'spec.subnets.*.gateway', removed],
  ['VPC', 'name servers', 'spec.subnets.*.dhcp.options.dnsServers', reversed],
  ['VPC', 'time servers', 'spec.subnets.*.dhcp.options.timeServers', reversed],
  [
    'VPC',
    'routes for hosts',
    'spec.subnets.*.dhcp.options.advertisedRoutes',
    reversed,
  ],
  [
    'VPC',
    'MAC addresses in capitals',
    'spec.subnets.*.dhcp.static',
    value =>
      value === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(value as object).map(([key, host]) => [
              key.toUpperCase(),
              host,
            ]),
          ),
  ],
  [
    'VPCAttachment',
    'subnet default left out',
    'spec.subnet',
    text(/\/default$/, ''),
  ],
  ['IPv4Namespace', 'another order', 'spec.subnets', reversed],
  ['VLANNamespace', 'another order', 'spec.ranges', reversed],
  [
    'VLANNamespace',
    'end of one VLAN left out',
    'spec.ranges.*',
    value => {
      const { from, to } = value as { from: number; to?: number };
      return from === to ? { from } : undefined;
    },
  ],
  ['External', 'default namespace left out', 'spec.ipv4Namespace', removed],
  ['ExternalPeering', 'subnets', 'spec.permit.vpc.subnets', reversed],
  ['ExternalPeering', 'networks', 'spec.permit.external.prefixes', reversed],
];

const spelling: Row[] = [
  [
    'VPC',
    'network with host bits',
    'spec.subnets.*.subnet',
    text(/\.0\//, '.9/'),
  ],
  [
    'VPC',
    'route with host bits',
    'spec.staticRoutes.*.prefix',
    text(/\.0\//, '.9/'),
  ],
  ['VPC', 'off said aloud', 'spec.defaultIsolated', added(false)],
  ['VPC', 'an empty list', 'spec.permit', added([])],
  [
    'External',
    'network with host bits',
    'spec.static.prefixes.*',
    text(/\.0\//, '.9/'),
  ],
  [
    'ExternalPeering',
    'network with host bits',
    'spec.permit.external.prefixes.*.prefix',
    text(/\.0\/24/, '.9/24'),
  ],
  ['VPCAttachment', 'off said aloud', 'spec.nativeVLAN', added(false)],
];

/** What somebody may change in networks: VPCs, who is in them, and the way out. */
export const vpcChanges: readonly Change[] = [
  ...rowsOf(critical, 'critical'),
  ...rowsOf(reach, 'critical', { isJudgedByEffect: true }),
  ...rowsOf(warning, 'warning'),
  ...rowsOf(info, 'info'),
  ...rowsOf(webhook, 'webhook'),
  ...rowsOf(spelling, 'spelling'),
];
