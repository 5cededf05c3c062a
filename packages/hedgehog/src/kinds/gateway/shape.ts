import {
  flag,
  group,
  Infer,
  integer,
  list,
  map,
  set,
  text,
} from '../../schema/Field';

export const gatewaySpec = group(
  'A gateway node: NAT, filtering and peering between VPCs.',
  {
    asn: integer('BGP AS number.', { min: 0, max: 4294967295 }),
    protocolIP: text('BGP router id, as /32.', { form: 'host' }),
    vtepIP: text('VXLAN tunnel address, as /32.', { form: 'host' }),
    vtepMAC: text('MAC address of the tunnel interface.', { form: 'mac' }),
    vtepMTU: integer('MTU of the tunnel interface, in bytes.', { min: 0 }),
    interfaces: map(
      'Its interfaces by name.',
      group('One interface.', {
        ips: list(
          'Addresses on it.',
          text('Address with prefix length.', { form: 'address' }),
        ),
        kernel: text("The kernel's name of it."),
        pci: text('Its PCI address.'),
        mtu: integer('MTU in bytes.', { min: 0 }),
      }),
    ),
    neighbors: list(
      'BGP neighbours.',
      group('One neighbour.', {
        source: text('Interface the session starts from.'),
        ip: text('Its address.', { form: 'host' }),
        asn: integer('Its AS number.', { min: 0, max: 4294967295 }),
      }),
    ),
    groups: set(
      'Gateway groups it belongs to.',
      group('One membership.', {
        name: text('The group.', { form: 'name', required: true }),
        priority: integer('Priority within the group; higher is preferred.'),
      }),
    ),
    workers: integer('Threads that forward packets; 4 unless set.', {
      min: 0,
      max: 64,
    }),
    flowTableCapacity: integer('Most flows that are tracked.', { min: 0 }),
    logs: group('What is logged.', {
      default: text('Level unless a tag says otherwise.'),
      tags: map('Level by tag.', text('Level.')),
      rateLimit: group('Limit on log messages.', {
        burst: integer('Messages at once.', { min: 0, zeroCounts: true }),
        replenishPerSecond: integer('Messages per second.', {
          min: 0,
          zeroCounts: true,
        }),
      }),
    }),
    profiling: group('Profiling of the gateway.', {
      enabled: flag('On or off.'),
    }),
  },
  { required: true },
);

export type GatewaySpec = Infer<typeof gatewaySpec>;
