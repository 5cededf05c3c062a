import type { Change } from './Change';
import { rowsOf, type Row } from './rowsOf';
import {
  added,
  longer,
  plus,
  removed,
  reversed,
  set,
  text,
  upperCase,
  withoutDefault,
} from './to';

const lastOctet = text(/\.\d+(?=$|\/)/, '.77');

const critical: Row[] = [
  ['Gateway', 'another ASN', 'spec.asn', plus(-1)],
  ['Gateway', 'another router id', 'spec.protocolIP', lastOctet],
  ['Gateway', 'another tunnel address', 'spec.vtepIP', lastOctet],
  ['Gateway', 'another tunnel MAC', 'spec.vtepMAC', set('0c:20:12:00:00:99')],
  ['Gateway', 'another address', 'spec.interfaces.*.ips.*', lastOctet],
  [
    'Gateway',
    'an interface more',
    'spec.interfaces.enp9s9',
    added({ kernel: 'enp9s9' }),
  ],
  ['Gateway', 'ASN of a neighbour', 'spec.neighbors.*.asn', plus(1)],
  ['Gateway', 'another order of neighbours', 'spec.neighbors', reversed],
  ['GatewayPeering', 'another group', 'spec.gatewayGroup', set('gw-2')],
  [
    'GatewayPeering',
    'another network',
    'spec.peering.*.expose.*.ips.*.cidr',
    text(/^10\./, '11.'),
  ],
  [
    'GatewayPeering',
    'translated otherwise',
    'spec.peering.*.expose.*.as.*.cidr',
    set('198.18.0.0/30'),
  ],
  ['GatewayPeering', 'another order of rules', 'spec.acl.rules', reversed],
  [
    'GatewayPeering',
    'a rule allows',
    'spec.acl.rules.*.action',
    text(/deny/, 'allow'),
  ],
  [
    'GatewayPeering',
    'another port',
    'spec.acl.rules.*.match.dst.*.ports.*',
    set('22'),
  ],
  [
    'GatewayPeering',
    'another last word',
    'spec.acl.default',
    set('deny-unless-exposed'),
  ],
  ['GatewayPeering', 'no filter', 'spec.acl', removed],
  ['GatewayPeering', 'a filter', 'spec.acl', added({ default: 'deny' })],
];

const reach: Row[] = [
  ['Gateway', 'a group more', 'spec.groups', longer({ name: 'edited' })],
  ['Gateway', 'another priority', 'spec.groups.*.priority', plus(7)],
];

const warning: Row[] = [
  ['Gateway', 'more workers', 'spec.workers', plus(1)],
  ['Gateway', 'another tunnel MTU', 'spec.vtepMTU', plus(-100)],
  ['Gateway', 'a smaller table', 'spec.flowTableCapacity', added(1000)],
  [
    'GatewayPeering',
    'another idle time',
    'spec.peering.*.expose.*.nat.masquerade.idleTimeout',
    set('5m0s'),
  ],
];

const info: Row[] = [
  ['Gateway', 'another log level', 'spec.logs.default', set('error')],
  ['Gateway', 'a log tag', 'spec.logs.tags.edited', added('trace')],
  ['Gateway', 'no limit on logs', 'spec.logs.rateLimit.burst', set(0)],
  ['Gateway', 'profiling', 'spec.profiling.enabled', added(true)],
  ['GatewayPeering', 'name of a rule', 'spec.acl.rules.*.name', set('edited')],
  ['GatewayPeering', 'a silent rule', 'spec.acl.rules.*.log', removed],
];

const webhook: Row[] = [
  ['Gateway', 'groups', 'spec.groups', reversed],
  ['Gateway', 'default workers left out', 'spec.workers', withoutDefault(4)],
  [
    'Gateway',
    'default log level left out',
    'spec.logs.default',
    withoutDefault('info'),
  ],
  [
    'GatewayPeering',
    'idle time in seconds',
    'spec.peering.*.expose.*.nat.masquerade.idleTimeout',
    text(/^2m0s$/, '120s'),
  ],
  [
    'GatewayPeering',
    'default scope left out',
    'spec.acl.rules.*.scope',
    withoutDefault('flow'),
  ],
];

const spelling: Row[] = [
  ['Gateway', 'MAC address in capitals', 'spec.vtepMAC', upperCase],
  [
    'GatewayPeering',
    'network with host bits',
    'spec.peering.*.expose.*.ips.*.cidr',
    text(/\.0\//, '.9/'),
  ],
  ['Gateway', 'off said aloud', 'spec.profiling.enabled', added(false)],
];

/** What somebody may change in gateways and what passes them. */
export const gatewayChanges: readonly Change[] = [
  ...rowsOf(critical, 'critical'),
  ...rowsOf(reach, 'critical', { isJudgedByEffect: true }),
  ...rowsOf(warning, 'warning'),
  ...rowsOf(info, 'info'),
  ...rowsOf(webhook, 'webhook'),
  ...rowsOf(spelling, 'spelling'),
];
