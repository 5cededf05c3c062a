import {
  Field,
  flag,
  group,
  Infer,
  integer,
  list,
  text,
} from '../../schema/Field';

const port = text('The port, as device/port.', {
  form: 'port',
  required: true,
});
const portOf = (doc: string) => group(doc, { port }, { required: true });
const addressedPortOf = (doc: string) =>
  group(
    doc,
    {
      port,
      ip: text('Address on the port, with prefix length.', { form: 'address' }),
    },
    { required: true },
  );
const serverLink = {
  server: portOf("The server's side."),
  switch: portOf("The switch's side."),
};
const links = <const F extends Record<string, Field>>(fields: F, min = 1) =>
  list('Its links.', group('One link.', fields), { required: true, min });
const mtu = integer('MTU of the switch port, in bytes.', { min: 0, max: 9036 });
const fallback = flag(
  'Keep one link up for a host that does not speak LACP yet.',
);

export const connectionSpec = group(
  'Cabling between devices. Exactly one of the types is set.',
  {
    unbundled: group('One server on one switch with one link.', {
      mtu,
      link: group('The link.', serverLink, { required: true }),
    }),
    bundled: group('One server on one switch with several links.', {
      mtu,
      fallback,
      links: links(serverLink),
    }),
    eslag: group('One server on two to four switches of a redundancy group.', {
      mtu,
      fallback,
      links: links(serverLink, 2),
    }),
    mclag: group(
      'One server on two switches. Removed from Hedgehog in 26.03.',
      { mtu, fallback, links: links(serverLink, 2) },
    ),
    mclagDomain: group(
      'Two switches acting as one. Removed from Hedgehog in 26.03.',
      {
        peerLinks: links({
          switch1: portOf('The first switch.'),
          switch2: portOf('The second switch.'),
        }),
        sessionLinks: links({
          switch1: portOf('The first switch.'),
          switch2: portOf('The second switch.'),
        }),
      },
    ),
    fabric: group('A spine and a leaf.', {
      links: links({
        spine: addressedPortOf("The spine's side."),
        leaf: addressedPortOf("The leaf's side."),
      }),
    }),
    mesh: group('Two leaves.', {
      links: links({
        leaf1: addressedPortOf('The first leaf.'),
        leaf2: addressedPortOf('The second leaf.'),
      }),
    }),
    gateway: group('A switch and a gateway.', {
      links: links({
        switch: addressedPortOf("The switch's side."),
        gateway: addressedPortOf("The gateway's side."),
      }),
    }),
    vpcLoopback: group(
      'Ports of one switch joined in pairs, for older switches.',
      {
        links: links({
          switch1: portOf('The first port.'),
          switch2: portOf('The second port.'),
        }),
      },
    ),
    external: group('A switch port that leads to an external.', {
      link: group(
        'The link.',
        { switch: portOf("The switch's side.") },
        { required: true },
      ),
    }),
    staticExternal: group(
      'A switch port with static routes to networks outside.',
      {
        withinVPC: text('Put the routes into this VPC.', { form: 'name' }),
        link: group(
          'The link.',
          {
            switch: group(
              "The switch's side.",
              {
                port,
                ip: text('Address of the switch, with prefix length.', {
                  form: 'address',
                }),
                nextHop: text('Next hop of the routes.', { form: 'ip' }),
                subnets: list(
                  'Networks behind the next hop.',
                  text('One network.', { form: 'prefix' }),
                ),
                vlan: integer(
                  'VLAN of the sub-interface; untagged unless set.',
                  { min: 0, max: 4094 },
                ),
              },
              { required: true },
            ),
          },
          { required: true },
        ),
      },
    ),
  },
  { required: true },
);

export type ConnectionSpec = Infer<typeof connectionSpec>;
/** Name of a connection's type, which is also the name of the field that is set. */
export type ConnectionType = keyof ConnectionSpec;
export const connectionTypes = Object.keys(
  connectionSpec.fields,
) as readonly ConnectionType[];
