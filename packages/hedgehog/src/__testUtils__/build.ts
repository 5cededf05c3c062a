import { findKind } from '../kinds';
import { KubernetesObject } from '../model/KubernetesObject';

/** An object of one of CNOC's kinds. */
export function build(
  kind: string,
  name: string,
  spec?: Record<string, unknown>,
  metadata: Record<string, unknown> = {},
): KubernetesObject {
  const known = findKind(kind);
  if (!known) throw new Error(`${kind} is not a kind of the table`);
  return {
    apiVersion: known.apiVersion,
    kind,
    metadata: { name, ...metadata },
    ...(spec ? { spec } : {}),
  };
}

/** Sound examples of every kind that refer to each other: two leaves, a spine, servers, two VPCs, an external, a gateway. */
export function smallFabric(): KubernetesObject[] {
  const link = (a: string, aPort: string, b: string, bPort: string) => ({
    [a]: { port: aPort },
    [b]: { port: bPort },
  });
  return [
    build('VLANNamespace', 'default', { ranges: [{ from: 1000, to: 2999 }] }),
    build('IPv4Namespace', 'default', { subnets: ['10.0.0.0/16'] }),
    build('SwitchGroup', 'eslag-1'),
    build('GatewayGroup', 'gw-group'),
    build('Switch', 'spine-01', {
      role: 'spine',
      profile: 'vs',
      asn: 65100,
      ip: '172.30.0.8/21',
      protocolIP: '172.30.8.1/32',
    }),
    ...[1, 2].map(index =>
      build('Switch', `leaf-0${index}`, {
        role: 'server-leaf',
        profile: 'vs',
        asn: 65100 + index,
        ip: `172.30.0.${8 + index}/21`,
        protocolIP: `172.30.8.${1 + index}/32`,
        vtepIP: `172.30.12.${index}/32`,
        groups: ['eslag-1'],
        redundancy: { group: 'eslag-1', type: 'eslag' },
        vlanNamespaces: ['default'],
      }),
    ),
    build('Server', 'server-01', { description: 'Storage' }),
    build('Server', 'server-02'),
    build('Gateway', 'gateway-1', {
      asn: 65534,
      protocolIP: '172.30.8.9/32',
      vtepIP: '172.30.12.9/32',
      vtepMAC: '0c:20:12:ff:00:09',
      groups: [{ name: 'gw-group', priority: 1 }],
      interfaces: { enp2s1: { kernel: 'enp2s1', ips: ['172.30.128.11/31'] } },
      neighbors: [{ source: 'enp2s1', ip: '172.30.128.10', asn: 65100 }],
    }),
    build('Connection', 'spine-01--fabric--leaf-01', {
      fabric: {
        links: [
          {
            spine: { port: 'spine-01/E1/1', ip: '172.30.128.0/31' },
            leaf: { port: 'leaf-01/E1/5', ip: '172.30.128.1/31' },
          },
        ],
      },
    }),
    build('Connection', 'spine-01--gateway--gateway-1', {
      gateway: {
        links: [
          {
            switch: { port: 'spine-01/E1/9', ip: '172.30.128.10/31' },
            gateway: { port: 'gateway-1/enp2s1', ip: '172.30.128.11/31' },
          },
        ],
      },
    }),
    build('Connection', 'server-01--eslag--leaf-01--leaf-02', {
      eslag: {
        links: [
          link('server', 'server-01/enp2s1', 'switch', 'leaf-01/E1/1'),
          link('server', 'server-01/enp2s2', 'switch', 'leaf-02/E1/1'),
        ],
      },
    }),
    build('Connection', 'server-02--unbundled--leaf-01', {
      unbundled: {
        link: link('server', 'server-02/enp2s1', 'switch', 'leaf-01/E1/2'),
      },
    }),
    build('Connection', 'leaf-01--external', {
      external: { link: { switch: { port: 'leaf-01/E1/20' } } },
    }),
    build('VPC', 'vpc-1', {
      subnets: {
        default: { subnet: '10.0.1.0/24', vlan: 1001, dhcp: { enable: true } },
      },
    }),
    build('VPC', 'vpc-2', {
      subnets: { default: { subnet: '10.0.2.0/24', vlan: 1002 } },
    }),
    build('Connection', 'leaf-02--static', {
      staticExternal: {
        withinVPC: 'vpc-1',
        link: {
          switch: {
            port: 'leaf-02/E1/20',
            ip: '10.9.0.1/24',
            nextHop: '10.9.0.2',
            subnets: ['10.99.0.0/24'],
          },
        },
      },
    }),
    build('External', 'ext-1', {
      ipv4Namespace: 'default',
      inboundCommunity: '65102:5000',
      outboundCommunity: '5000:65102',
    }),
    build('VPCAttachment', 's1--vpc-1', {
      subnet: 'vpc-1/default',
      connection: 'server-01--eslag--leaf-01--leaf-02',
    }),
    build('VPCAttachment', 's2--vpc-2', {
      subnet: 'vpc-2/default',
      connection: 'server-02--unbundled--leaf-01',
    }),
    build('VPCPeering', 'vpc-1--vpc-2', {
      permit: [{ 'vpc-1': {}, 'vpc-2': null }],
    }),
    build('ExternalAttachment', 'leaf-01--ext-1', {
      external: 'ext-1',
      connection: 'leaf-01--external',
      switch: { ip: '100.1.1.2/24', vlan: 10 },
      neighbor: { asn: 64102, ip: '100.1.1.1' },
    }),
    build('ExternalPeering', 'vpc-1--ext-1', {
      permit: {
        vpc: { name: 'vpc-1', subnets: ['default'] },
        external: { name: 'ext-1', prefixes: [{ prefix: '0.0.0.0/0' }] },
      },
    }),
    build('GatewayPeering', 'vpc-1--vpc-2', {
      gatewayGroup: 'gw-group',
      peering: {
        'vpc-1': { expose: [{ ips: [{ cidr: '10.0.1.0/24' }] }] },
        'ext.ext-1': { expose: [{ default: true }] },
      },
    }),
  ];
}
