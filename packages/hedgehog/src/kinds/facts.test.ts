import { factsOf } from '..';
import { smallFabric } from '../__testUtils__/build';

describe('factsOf', () => {
  it.each([
    ['VPC', 'Subnets: default 10.0.1.0/24 · VLANs: 1001 · Mode: l2vni'],
    [
      'VPCAttachment',
      'Subnet: vpc-1/default · Connection: server-01--eslag--leaf-01--leaf-02',
    ],
    ['VPCPeering', 'VPCs: vpc-1, vpc-2'],
    ['IPv4Namespace', 'Subnets: 10.0.0.0/16'],
    ['VLANNamespace', 'VLANs: 1000–2999'],
    ['External', 'IPv4 namespace: default · Routing: BGP'],
    ['ExternalAttachment', 'External: ext-1 · Connection: leaf-01--external'],
    ['ExternalPeering', 'VPC: vpc-1 · External: ext-1'],
    ['Connection', 'Type: fabric · Ports: spine-01/E1/1, leaf-01/E1/5'],
    ['Server', 'Description: Storage'],
    ['Switch', 'Role: spine · ASN: 65100 · IP: 172.30.0.8/21 · Profile: vs'],
    ['SwitchGroup', ''],
    ['Gateway', 'Protocol IP: 172.30.8.9/32 · Groups: gw-group'],
    ['GatewayGroup', ''],
    ['GatewayPeering', 'Between: vpc-1, ext.ext-1 · Gateway group: gw-group'],
  ])('%s → %s', (kind, expected) => {
    const object = smallFabric().find(candidate => candidate.kind === kind)!;
    expect(
      factsOf(object)
        .map(({ label, value }) => `${label}: ${value}`)
        .join(' · '),
    ).toBe(expected);
  });

  it('other kinds have none', () => {
    expect(
      factsOf({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a' },
        spec: {},
      }),
    ).toEqual([]);
  });
});
