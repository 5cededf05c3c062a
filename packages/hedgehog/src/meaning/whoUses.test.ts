import { smallFabric, build } from '../__testUtils__/build';
import { UseQuery, whoUses } from './whoUses';

const fabric = [
  ...smallFabric(),
  build('ExternalAttachment', 'static', {
    external: 'ext-1',
    connection: 'leaf-01--external',
    static: { remoteIP: '100.9.0.1', vlan: 1001 },
  }),
];
const told = (query: UseQuery) => {
  const { count, uses } = whoUses(fabric, query);
  expect(count).toBe(uses.length);
  return uses.map(
    ({ object, path, sentence }) =>
      `${object.kind}/${object.name} ${path}: ${sentence}`,
  );
};

describe('whoUses', () => {
  it('a port: its connection, and what is attached to that', () => {
    expect(told({ port: 'leaf-01/E1/2' })).toEqual([
      'Connection/server-02--unbundled--leaf-01 spec.unbundled.link.switch.port: Connection server-02--unbundled--leaf-01 is cabled to leaf-01/E1/2.',
      'VPCAttachment/s2--vpc-2 spec.connection: VPCAttachment s2--vpc-2 carries subnet vpc-2/default over Connection server-02--unbundled--leaf-01.',
    ]);
    expect(told({ port: 'leaf-01/E1/20' })[1]).toMatch(
      /carries external ext-1/,
    );
    expect(told({ port: 'leaf-01/E1/99' })).toEqual([]);
  });

  it('C7: a port that is not broken out has two names', () => {
    expect(told({ port: 'leaf-01/E1/2/1' })).toEqual(
      told({ port: 'leaf-01/E1/2' }),
    );
    expect(told({ port: 'leaf-01/E1/2/2' })).toEqual([]);
  });

  it('a VLAN: subnets, namespaces, and ports outside', () => {
    expect(told({ vlan: 1001 })).toEqual([
      'VLANNamespace/default spec.ranges[0]: VLAN namespace default hands out 1000–2999.',
      'VPC/vpc-1 spec.subnets.default.vlan: Subnet vpc-1/default has VLAN 1001 in VLAN namespace default.',
      'ExternalAttachment/static spec.static.vlan: ExternalAttachment static uses VLAN 1001 on its port.',
    ]);
    expect(told({ vlan: 1001, vlanNamespace: 'default' })).toHaveLength(2);
    expect(told({ vlan: 1001, vlanNamespace: 'other' })).toEqual([]);
    expect(told({ vlan: 10 })).toEqual([
      'ExternalAttachment/leaf-01--ext-1 spec.switch.vlan: ExternalAttachment leaf-01--ext-1 uses VLAN 10 on its port.',
    ]);
  });

  it('an address: the device that has it, networks around it, DHCP ranges', () => {
    expect(told({ address: '10.0.1.1' })).toEqual([
      'IPv4Namespace/default spec.subnets[0]: 10.0.0.0/16 is a network of IPv4Namespace default.',
      'VPC/vpc-1 spec.subnets.default.subnet: 10.0.1.0/24 is a network of VPC vpc-1.',
      'VPC/vpc-1 spec.subnets.default.gateway: 10.0.1.1 is an address of VPC vpc-1.',
      'ExternalPeering/vpc-1--ext-1 spec.permit.external.prefixes[0].prefix: 0.0.0.0/0 is a network of ExternalPeering vpc-1--ext-1.',
      'GatewayPeering/vpc-1--vpc-2 spec.peering.vpc-1.expose[0].ips[0].cidr: 10.0.1.0/24 is a network of GatewayPeering vpc-1--vpc-2.',
    ]);
    expect(told({ address: '10.0.1.77' })).toContain(
      'VPC/vpc-1 spec.subnets.default.dhcp.range: 10.0.1.2–10.0.1.255 is a DHCP range of VPC vpc-1.',
    );
    expect(told({ address: '172.30.8.1' })[0]).toMatch(
      /^Switch\/spine-01 spec.protocolIP: 172.30.8.1\/32 is an address/,
    );
    expect(told({ address: 'nonsense' })).toEqual([]);
  });

  it('a network: what overlaps it and what is inside', () => {
    const uses = told({ subnet: '10.0.1.0/25' });
    // The gateway and the start of the DHCP range are inside the lower half, and the range reaches into it.
    expect(uses).toEqual(
      expect.arrayContaining([
        ...told({ address: '10.0.1.1' }),
        ...told({ address: '10.0.1.77' }),
      ]),
    );
    expect(uses).toHaveLength(7);
    expect(told({ subnet: '10.0.1.128/25' })).not.toContainEqual(
      expect.stringContaining('.gateway:'),
    );
    expect(told({ subnet: '192.0.2.0/24' })).toHaveLength(1);
  });

  it('a subnet of a VPC: attachments, peerings, servers', () => {
    const kinds = (subnet: string) =>
      whoUses(fabric, { subnet }).uses.map(
        ({ object }) => `${object.kind}/${object.name}`,
      );
    expect(kinds('vpc-1')).toEqual([
      'VPC/vpc-1',
      'VPCAttachment/s1--vpc-1',
      'VPCPeering/vpc-1--vpc-2',
      'ExternalPeering/vpc-1--ext-1',
      'GatewayPeering/vpc-1--vpc-2',
      'Server/server-01',
    ]);
    expect(kinds('vpc-2/default')).toEqual([
      'VPC/vpc-2',
      'VPCAttachment/s2--vpc-2',
      'VPCPeering/vpc-1--vpc-2',
      'Server/server-02',
    ]);
    expect(kinds('vpc-2/none')).toEqual(['VPCPeering/vpc-1--vpc-2']);
  });

  it('counts all and tells the first', () => {
    expect(whoUses(fabric, { vlan: 1001 }, { limit: 1 })).toMatchObject({
      count: 3,
      uses: [{ object: { kind: 'VLANNamespace' } }],
    });
  });
});
