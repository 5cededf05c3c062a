import {
  flag,
  group,
  Infer,
  integer,
  map,
  set,
  text,
} from '../../schema/Field';

export const switchSpec = group(
  'A switch of the fabric.',
  {
    role: text('Its place in the fabric.', {
      values: [
        'spine',
        'server-leaf',
        'border-leaf',
        'mixed-leaf',
        'virtual-edge',
      ],
      required: true,
    }),
    description: text('What the switch is for.'),
    profile: text('Model of the switch.', { form: 'name', required: true }),
    asn: integer('BGP AS number.', { min: 0, max: 4294967295 }),
    ip: text('Management address, with prefix length.', { form: 'host' }),
    protocolIP: text('BGP router id, as /32.', { form: 'host' }),
    vtepIP: text('VXLAN tunnel address of a leaf, as /32.', { form: 'host' }),
    boot: group('How the switch is recognised when it boots.', {
      serial: text('Serial number.'),
      mac: text('MAC address of the management port.', { form: 'mac' }),
    }),
    groups: set(
      'Switch groups it belongs to.',
      text('Name of a switch group.', { form: 'name' }),
    ),
    redundancy: group('Redundancy with other switches.', {
      group: text('The switch group.', { form: 'name' }),
      type: text('How it is done; only eslag is supported since 26.03.', {
        values: ['', 'mclag', 'eslag'],
      }),
    }),
    vlanNamespaces: set(
      'VLAN namespaces it carries.',
      text('Name of a VLAN namespace.', { form: 'name' }),
    ),
    portGroupSpeeds: map('Speed by port group.', text('Speed, such as 25G.')),
    portSpeeds: map('Speed by port.', text('Speed, such as 25G.')),
    portBreakouts: map(
      'How ports are broken out.',
      text('Mode, such as 4x25G.'),
    ),
    portAutoNegs: map('Auto-negotiation by port.', flag('On or off.')),
    portFECs: map(
      'Error correction by port.',
      text('Mode.', { values: ['rs', 'fc', 'auto', 'disabled'] }),
    ),
    portLocators: map(
      'Locator lights by port, until a time. Depends on the clock: not managed through git.',
      text('Duration or time.'),
    ),
    enableAllPorts: flag('Enable ports that nothing uses, too.'),
    roce: flag('Lossless queues for RoCEv2.'),
    ecmp: group('Load sharing.', {
      roceQPN: flag('Hash on the RoCE queue pair.'),
    }),
    linkFlapErrDisable: group(
      'Shut fabric ports that flap.',
      {
        flapThreshold: integer('Link losses that shut a port.', {
          min: 1,
          max: 50,
          zeroCounts: true,
        }),
        samplingInterval: integer('Within how many seconds.', {
          min: 1,
          max: 65535,
          zeroCounts: true,
        }),
        recoveryInterval: integer(
          'Seconds until the port is tried again; 0 = never.',
          { min: 0, max: 65534, zeroCounts: true },
        ),
      },
      { emptyCounts: true },
    ),
  },
  { required: true },
);

export type SwitchSpec = Infer<typeof switchSpec>;
