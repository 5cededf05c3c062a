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

const dhcpOptions = group('What DHCP tells the hosts besides their address.', {
  pxeURL: text('Where hosts boot from over the network.'),
  dnsServers: set(
    'Name servers.',
    text('Address of a name server.', { form: 'ip' }),
  ),
  timeServers: set(
    'Time servers.',
    text('Address of a time server.', { form: 'ip' }),
  ),
  interfaceMTU: integer('MTU told to the hosts, in bytes; 9036 unless set.', {
    min: 96,
    max: 9036,
  }),
  leaseTimeSeconds: integer(
    'Lifetime of a lease in seconds; 3600 unless set.',
    { min: 1 },
  ),
  disableDefaultRoute: flag('Do not announce a default route.'),
  advertisedRoutes: set(
    'Further routes told to the hosts.',
    group('One route.', {
      destination: text('Destination network.', {
        form: 'prefix',
        required: true,
      }),
      gateway: text('Next hop, inside the subnet.', {
        form: 'ip',
        required: true,
      }),
    }),
  ),
});

const dhcp = group('Address assignment in this subnet.', {
  enable: flag("Let the fabric's DHCP server answer."),
  relay: text('Forward DHCP to this server; excludes the built-in server.', {
    form: 'host',
  }),
  relayVPC: text('VPC in which the relay server lives.', { form: 'name' }),
  range: group('Addresses that are handed out.', {
    start: text('First address; network + 2 unless set.', { form: 'ip' }),
    end: text('Last address; the last of the subnet unless set.', {
      form: 'ip',
    }),
  }),
  static: map(
    'Fixed addresses by MAC address.',
    group('One host.', {
      ip: text('Its address.', { form: 'ip', required: true }),
    }),
    { keyForm: 'mac' },
  ),
  options: dhcpOptions,
});

const prefixLength = { min: 1, max: 32 };

const subnet = group('One subnet of the VPC.', {
  subnet: text('Its network, inside the IPv4 namespace.', {
    form: 'prefix',
    required: true,
  }),
  gateway: text(
    "The fabric's address in the subnet; the first one unless set.",
    { form: 'ip' },
  ),
  vlan: integer('Its VLAN, inside the VLAN namespace.', { min: 1, max: 4094 }),
  isolated: flag('No traffic to other subnets of the VPC unless permitted.', {
    falseCounts: true,
  }),
  restricted: flag('No traffic between hosts of this subnet.', {
    falseCounts: true,
  }),
  hostBGP: flag('Hosts announce their own addresses with BGP.'),
  hostBGPMinPrefixLen: integer(
    'Shortest prefix accepted from hosts.',
    prefixLength,
  ),
  hostBGPMaxPrefixLen: integer(
    'Longest prefix accepted from hosts.',
    prefixLength,
  ),
  hostBGPExtraPrefixes: map(
    'Further networks accepted from hosts.',
    group('Prefix lengths accepted inside the network.', {
      minPrefixLen: integer('Shortest prefix accepted.', prefixLength),
      maxPrefixLen: integer('Longest prefix accepted.', prefixLength),
    }),
    { keyForm: 'prefix', max: 100 },
  ),
  dhcp,
});

export const vpcSpec = group(
  'A virtual private cloud: isolated subnets for servers.',
  {
    ipv4Namespace: text('IPv4 namespace of its subnets.', { form: 'name' }),
    vlanNamespace: text('VLAN namespace of its VLANs.', { form: 'name' }),
    mode: text('How switches carry it: l3vni, or l2vni when not set.', {
      values: ['', 'l3vni'],
    }),
    defaultIsolated: flag('Subnets are isolated unless they say otherwise.'),
    defaultRestricted: flag(
      'Subnets are restricted unless they say otherwise.',
    ),
    subnets: map('Its subnets by name.', subnet, {
      required: true,
      min: 1,
      max: 20,
    }),
    permit: list(
      'Groups of subnets that may reach each other.',
      list('One group.', text('Name of a subnet.'), { min: 2 }),
    ),
    staticRoutes: list(
      'Static routes inside the VPC.',
      group('One route.', {
        prefix: text('Destination network.', {
          form: 'prefix',
          required: true,
        }),
        nextHops: list(
          'Next hops.',
          text('Address of a next hop.', { form: 'ip' }),
          { required: true, min: 1 },
        ),
      }),
    ),
  },
  { required: true },
);

export type VPCSpec = Infer<typeof vpcSpec>;
