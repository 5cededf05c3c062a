import { flag, group, Infer, list, map, text } from '../../schema/Field';

const idleTimeout = text(
  'Idle time after which a flow is forgotten; 2m0s unless set.',
  { form: 'duration' },
);
const cidr = text('A network.', { form: 'prefix' });
const not = text('A network left out.', { form: 'prefix' });
const vpcSubnet = text('A subnet of the VPC, by name.');
const matches = (doc: string) =>
  list(
    doc,
    group('One match.', {
      cidr,
      vpcSubnet,
      ports: list('Ports or ranges of ports.', text('Port or range.')),
    }),
  );

const expose = group('One set of addresses shown to the other side.', {
  default: flag('Show everything that is not shown otherwise.'),
  ips: list(
    'Addresses as they are.',
    group('One network.', { cidr, not, vpcSubnet }),
  ),
  as: list(
    'Addresses as the other side sees them.',
    group('One network.', { cidr, not }),
  ),
  nat: group('How addresses are translated; exactly one way.', {
    masquerade: group(
      'Many behind few; only towards outside.',
      { idleTimeout },
      { emptyCounts: true },
    ),
    portForward: group(
      'Single ports towards inside.',
      {
        idleTimeout,
        ports: list(
          'Forwarded ports.',
          group('One forwarding.', {
            proto: text('Protocol; both unless set.', {
              values: ['', 'tcp', 'udp'],
            }),
            port: text('Port or range inside.'),
            as: text('Port or range outside.'),
          }),
        ),
      },
      { emptyCounts: true },
    ),
    static: group('One to one.', {}, { emptyCounts: true }),
  }),
});

const aclRule = group('One rule.', {
  name: text('Name for logs.'),
  action: text('What happens to matching traffic.', {
    values: ['deny', 'allow'],
    required: true,
  }),
  from: text('Side that traffic comes from.'),
  to: text('Side that traffic goes to.'),
  scope: text('Whole flows (unless set) or single packets.', {
    values: ['', 'flow', 'packet'],
  }),
  log: flag('Log matches.'),
  match: group('What it matches; everything unless set.', {
    proto: text('Protocol: tcp, udp or a number.'),
    src: matches('Sources.'),
    dst: matches('Destinations.'),
  }),
});

export const gatewayPeeringSpec = group(
  'Lets two VPCs, or a VPC and an external, reach each other through a gateway.',
  {
    gatewayGroup: text('Gateways that carry it.', { form: 'name' }),
    peering: map(
      'The two sides: VPC by name, external as ext.<name>.',
      group('One side.', {
        expose: list('What it shows to the other side.', expose),
      }),
      { required: true, min: 2, max: 2 },
    ),
    acl: group('Filter between the two sides.', {
      default: text('What happens when no rule matches.', {
        values: ['', 'deny', 'deny-unless-exposed'],
      }),
      rules: list('Rules, tried in order.', aclRule),
    }),
  },
  { required: true },
);

export type GatewayPeeringSpec = Infer<typeof gatewayPeeringSpec>;
