import { flag, group, Infer, integer, list, text } from '../../schema/Field';

const vlan = integer('VLAN of the sub-interface; untagged unless set.', {
  min: 0,
  max: 4094,
});
const port = { min: 0, max: 65535 };

const aclStatement = group('One statement.', {
  seq: integer('Its position; statements are tried in this order.', {
    min: 10,
    required: true,
  }),
  action: text('What happens to matching traffic.', {
    values: ['permit', 'deny', 'discard', 'transit'],
    required: true,
  }),
  protocol: text('Protocol it matches.', {
    values: ['ip', 'tcp', 'udp', 'icmp'],
    required: true,
  }),
  srcPrefix: text('Source network, or any.', { required: true }),
  dstPrefix: text('Destination network, or any.', { required: true }),
  portRangeBegin: integer('First destination port.', port),
  portRangeEnd: integer('Last destination port.', port),
  icmpType: integer('ICMP type.', { min: 0, max: 255, zeroCounts: true }),
  icmpCode: integer('ICMP code.', { min: 0, max: 255, zeroCounts: true }),
  tcpFilters: group('TCP flags that must or must not be set.', {
    established: flag('Part of an open connection.'),
    ack: flag('ACK is set.'),
    notAck: flag('ACK is not set.'),
    fin: flag('FIN is set.'),
    notFin: flag('FIN is not set.'),
    psh: flag('PSH is set.'),
    notPsh: flag('PSH is not set.'),
    rst: flag('RST is set.'),
    notRst: flag('RST is not set.'),
    syn: flag('SYN is set.'),
    notSyn: flag('SYN is not set.'),
    urg: flag('URG is set.'),
    notUrg: flag('URG is not set.'),
  }),
});

export const externalAttachmentSpec = group(
  'Joins an external to a switch port.',
  {
    external: text('The external.', { form: 'name', required: true }),
    connection: text('The external connection.', {
      form: 'name',
      required: true,
    }),
    switch: group("The switch's side of a BGP attachment.", {
      vlan,
      ip: text('Address of the switch, with prefix length.', {
        form: 'address',
      }),
    }),
    neighbor: group("The neighbour's side of a BGP attachment.", {
      asn: integer('Its AS number.', { min: 0, max: 4294967295 }),
      ip: text('Its address.', { form: 'ip' }),
    }),
    static: group('For static externals, instead of switch and neighbor.', {
      remoteIP: text('Next hop outside.', { form: 'ip', required: true }),
      vlan,
      ip: text('Address of the switch, with prefix length.', {
        form: 'address',
      }),
      proxy: flag('Answer ARP for the network instead of having an address.'),
    }),
    inboundACL: group('Filter for traffic from outside.', {
      statements: list('Statements of the filter.', aclStatement),
    }),
  },
  { required: true },
);

export type ExternalAttachmentSpec = Infer<typeof externalAttachmentSpec>;
