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
const addressedTypes = ['fabric', 'mesh', 'gateway'];
const lacpTypes = ['bundled', 'eslag'];

const critical: Row[] = [
  [
    'Connection',
    'another type',
    'spec',
    value => {
      const { bundled } = value as { bundled?: unknown };
      return bundled && { eslag: bundled };
    },
  ],
  [
    'Connection',
    'another port of a server',
    'spec.*.links.*.server.port',
    text(/\/.*/, '/enp9s9'),
  ],
  [
    'Connection',
    'another port of a switch',
    'spec.*.links.*.switch.port',
    text(/\/.*/, '/E1/60'),
  ],
  [
    'Connection',
    'another port of the only link',
    'spec.*.link.switch.port',
    text(/\/.*/, '/E1/60'),
  ],
  ['Connection', 'a link less (bundled)', 'spec.bundled.links.0', removed],
  ...lacpTypes.flatMap((type): Row[] => [
    ['Connection', `links swapped (${type})`, `spec.${type}.links`, reversed],
  ]),
  ...addressedTypes.map(
    (type): Row => [
      'Connection',
      `another address (${type})`,
      `spec.${type}.links.*.*.ip`,
      lastOctet,
    ],
  ),
  ['Switch', 'another ASN', 'spec.asn', plus(1000)],
  ['Switch', 'another router id', 'spec.protocolIP', lastOctet],
  ['Switch', 'another tunnel address', 'spec.vtepIP', lastOctet],
  ['Switch', 'no tunnel address', 'spec.vtepIP', removed],
  ['Switch', 'another role', 'spec.role', set('mixed-leaf')],
  ['Switch', 'another profile', 'spec.profile', set('edited')],
  ['Switch', 'another management address', 'spec.ip', lastOctet],
  ['Switch', 'another redundancy', 'spec.redundancy.type', set('mclag')],
  ['Switch', 'no redundancy', 'spec.redundancy.type', removed],
  ['Switch', 'another breakout', 'spec.portBreakouts.*', set('2x50G')],
  ['Switch', 'a breakout more', 'spec.portBreakouts.E1/53', added('4x10G')],
  ['Switch', 'another speed', 'spec.portSpeeds.*', set('40G')],
  ['Switch', 'another group speed', 'spec.portGroupSpeeds.*', set('10G')],
  ['Switch', 'auto-negotiation', 'spec.portAutoNegs.E1/55', set(true)],
  ['Switch', 'no auto-negotiation', 'spec.portAutoNegs.E1/56', removed],
  ['Switch', 'another error correction', 'spec.portFECs.*', set('fc')],
];

const reach: Row[] = [
  ['Connection', 'a link less (mesh)', 'spec.mesh.links.1', removed],
  ['Switch', 'a VLAN namespace more', 'spec.vlanNamespaces', longer('edited')],
];

const warning: Row[] = [
  ['Connection', 'another MTU', 'spec.unbundled.mtu', plus(-1000)],
  ...lacpTypes.flatMap((type): Row[] => [
    ['Connection', `another MTU (${type})`, `spec.${type}.mtu`, plus(-1000)],
    ['Connection', `no fallback (${type})`, `spec.${type}.fallback`, removed],
  ]),
  ['Switch', 'another serial number', 'spec.boot.serial', set('SN-2')],
  ['Switch', 'another boot MAC', 'spec.boot.mac', set('0c:20:12:00:00:99')],
  ['Switch', 'a group more', 'spec.groups', longer('edited')],
  ['Switch', 'lossless queues', 'spec.roce', added(true)],
  ['Switch', 'load sharing', 'spec.ecmp.roceQPN', removed],
  ['Switch', 'all ports on', 'spec.enableAllPorts', added(true)],
  ['Switch', 'not all ports on', 'spec.enableAllPorts', removed],
  ['Switch', 'flapping ports stay', 'spec.linkFlapErrDisable', removed],
  [
    'Switch',
    'flapping ports stay shut',
    'spec.linkFlapErrDisable.recoveryInterval',
    set(0),
  ],
  ['Server', 'a profile', 'spec.profile', added('edited')],
];

const info: Row[] = [
  ['Switch', 'another description', 'spec.description', set('edited')],
  ['Server', 'another description', 'spec.description', set('edited')],
  ['Server', 'no description', 'spec.description', removed],
];

const webhook: Row[] = [
  ['Switch', 'VLAN namespaces', 'spec.vlanNamespaces', reversed],
  ['Switch', 'groups', 'spec.groups', reversed],
  ['Switch', 'own group left out', 'spec.groups', withoutDefault(['eslag-1'])],
  [
    'Switch',
    'default VLAN namespace left out',
    'spec.vlanNamespaces',
    withoutDefault(['default']),
  ],
  ['Switch', 'speed in long', 'spec.portSpeeds.*', text(/^(?=\d)/, 'SPEED_')],
  [
    'Switch',
    'empty redundancy left out',
    'spec.redundancy',
    withoutDefault({}),
  ],
];

const spelling: Row[] = [
  ['Switch', 'MAC address in capitals', 'spec.boot.mac', upperCase],
  ['Switch', 'MAC address with dashes', 'spec.boot.mac', text(/:/g, '-')],
  ['Switch', 'off said aloud', 'spec.roce', added(false)],
  ['Switch', 'an empty map', 'spec.portSpeeds', added({})],
  ['Connection', 'MTU of zero', 'spec.unbundled.mtu', added(0)],
  ['Server', 'an empty text', 'spec.profile', added('')],
];

/** What somebody may change in devices and cables. */
export const wiringChanges: readonly Change[] = [
  ...rowsOf(critical, 'critical'),
  ...rowsOf(reach, 'critical', { isJudgedByEffect: true }),
  ...rowsOf(warning, 'warning'),
  ...rowsOf(info, 'info'),
  ...rowsOf(webhook, 'webhook'),
  ...rowsOf(spelling, 'spelling'),
];
