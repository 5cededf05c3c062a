import {
  applyOrder,
  blockersOfDelete,
  deleteOrder,
  findCycles,
  KubernetesObject,
  ReferenceIndex,
  referencesOf,
} from '..';
import { build, smallFabric } from '../__testUtils__/build';

const text = (object: KubernetesObject) =>
  referencesOf(object).map(
    ({ kind, name, path, external }) =>
      `${path} → ${kind} ${name}${external ? ' (external)' : ''}`,
  );
const itemsOf = (objects: KubernetesObject[]) =>
  objects.map(object => ({
    kind: object.kind,
    name: object.metadata.name,
    object,
  }));
const waves = (objects: KubernetesObject[]) =>
  applyOrder(itemsOf(objects), ({ object }) => object).map(wave =>
    wave.map(({ kind, name }) => `${kind} ${name}`),
  );

describe('referencesOf', () => {
  it.each<[string, KubernetesObject, string[]]>([
    [
      'VPC',
      build('VPC', 'a', {
        ipv4Namespace: 'i',
        vlanNamespace: 'v',
        subnets: { s: { dhcp: { relayVPC: 'b' } } },
      }),
      [
        'spec.ipv4Namespace → IPv4Namespace i',
        'spec.vlanNamespace → VLANNamespace v',
        'spec.subnets.s.dhcp.relayVPC → VPC b',
      ],
    ],
    [
      'VPCAttachment',
      build('VPCAttachment', 'a', { subnet: 'vpc-1/s', connection: 'c' }),
      ['spec.subnet → VPC vpc-1', 'spec.connection → Connection c'],
    ],
    [
      'VPCAttachment, short',
      build('VPCAttachment', 'a', { subnet: 'vpc-1' }),
      ['spec.subnet → VPC vpc-1'],
    ],
    [
      'VPCPeering',
      build('VPCPeering', 'a', {
        permit: [
          { x: {}, y: null },
          { x: {}, y: {} },
        ],
      }),
      ['spec.permit[0].x → VPC x', 'spec.permit[0].y → VPC y'],
    ],
    [
      'External',
      build('External', 'a', { ipv4Namespace: 'i' }),
      ['spec.ipv4Namespace → IPv4Namespace i'],
    ],
    [
      'ExternalAttachment',
      build('ExternalAttachment', 'a', { external: 'e', connection: 'c' }),
      ['spec.external → External e', 'spec.connection → Connection c'],
    ],
    [
      'ExternalPeering',
      build('ExternalPeering', 'a', {
        permit: { vpc: { name: 'v' }, external: { name: 'e' } },
      }),
      [
        'spec.permit.vpc.name → VPC v',
        'spec.permit.external.name → External e',
      ],
    ],
    [
      'Connection: servers',
      build('Connection', 'a', {
        eslag: {
          links: [
            { server: { port: 's/1' }, switch: { port: 'l/E1/1' } },
            { server: { port: 's/2' }, switch: { port: 'm/E1/1' } },
          ],
        },
      }),
      [
        'spec.eslag.links[0].server.port → Server s',
        'spec.eslag.links[0].switch.port → Switch l',
        'spec.eslag.links[1].switch.port → Switch m',
      ],
    ],
    [
      'Connection: gateway',
      build('Connection', 'a', {
        gateway: {
          links: [{ switch: { port: 's/E1/1' }, gateway: { port: 'g/e' } }],
        },
      }),
      [
        'spec.gateway.links[0].switch.port → Switch s',
        'spec.gateway.links[0].gateway.port → Gateway g',
      ],
    ],
    [
      'Connection: mesh',
      build('Connection', 'a', {
        mesh: {
          links: [{ leaf1: { port: 'a/E1/1' }, leaf2: { port: 'b/E1/1' } }],
        },
      }),
      [
        'spec.mesh.links[0].leaf1.port → Switch a',
        'spec.mesh.links[0].leaf2.port → Switch b',
      ],
    ],
    [
      'Connection: mclag domain',
      build('Connection', 'a', {
        mclagDomain: {
          peerLinks: [
            { switch1: { port: 'a/E1/1' }, switch2: { port: 'b/E1/1' } },
          ],
          sessionLinks: [],
        },
      }),
      [
        'spec.mclagDomain.peerLinks[0].switch1.port → Switch a',
        'spec.mclagDomain.peerLinks[0].switch2.port → Switch b',
      ],
    ],
    [
      'Connection: static external',
      build('Connection', 'a', {
        staticExternal: {
          withinVPC: 'v',
          link: { switch: { port: 'l/E1/1' } },
        },
      }),
      [
        'spec.staticExternal.link.switch.port → Switch l',
        'spec.staticExternal.withinVPC → VPC v',
      ],
    ],
    [
      'Switch',
      build('Switch', 'a', {
        profile: 'p',
        groups: ['g'],
        redundancy: { group: 'r' },
        vlanNamespaces: ['v'],
      }),
      [
        'spec.profile → SwitchProfile p (external)',
        'spec.groups[0] → SwitchGroup g',
        'spec.redundancy.group → SwitchGroup r',
        'spec.vlanNamespaces[0] → VLANNamespace v',
      ],
    ],
    [
      'Server',
      build('Server', 'a', { profile: 'p' }),
      ['spec.profile → ServerProfile p (external)'],
    ],
    [
      'Gateway',
      build('Gateway', 'a', { groups: [{ name: 'g' }] }),
      ['spec.groups[0].name → GatewayGroup g'],
    ],
    [
      'GatewayPeering',
      build('GatewayPeering', 'a', {
        gatewayGroup: 'g',
        peering: { v: {}, 'ext.e': {} },
      }),
      [
        'spec.peering.v → VPC v',
        'spec.peering["ext.e"] → External e',
        'spec.gatewayGroup → GatewayGroup g',
      ],
    ],
    ['SwitchGroup', build('SwitchGroup', 'a'), []],
    [
      'another kind',
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} },
      [],
    ],
  ])('%s', (_, object, expected) => {
    expect(text(object)).toEqual(expected);
  });
});

describe('ReferenceIndex', () => {
  it('answers both ways', () => {
    const index = ReferenceIndex.of(smallFabric());
    expect(index.referrersOf({ kind: 'VPC', name: 'vpc-2' })).toEqual([
      { kind: 'VPCAttachment', name: 's2--vpc-2' },
      { kind: 'VPCPeering', name: 'vpc-1--vpc-2' },
    ]);
    expect(
      index
        .referencesOf({ kind: 'VPCAttachment', name: 's2--vpc-2' })
        .map(({ name }) => name),
    ).toEqual(['vpc-2', 'server-02--unbundled--leaf-01']);
    expect(
      index.referrersOf({ kind: 'SwitchProfile', name: 'vs' }),
    ).toHaveLength(3);
    expect(index.has({ kind: 'VPC', name: 'vpc-1' })).toBe(true);
    expect(index.has({ kind: 'VPC', name: 'vpc-9' })).toBe(false);
    expect(index.referencesOf({ kind: 'VPC', name: 'vpc-9' })).toEqual([]);
    expect(index.referrersOf({ kind: 'VPC', name: 'vpc-9' })).toEqual([]);
  });
});

describe('applyOrder', () => {
  it('follows the kinds, whatever the order given', () => {
    const kindsOf = (objects: KubernetesObject[]) =>
      applyOrder(itemsOf(objects), ({ object }) => object).map(wave =>
        [...new Set(wave.map(({ kind }) => kind))].sort(),
      );
    const expected = [
      ['GatewayGroup', 'IPv4Namespace', 'SwitchGroup', 'VLANNamespace'],
      ['Gateway', 'Server', 'Switch'],
      ['VPC'],
      ['Connection', 'External'],
      ['ExternalAttachment', 'VPCAttachment', 'VPCPeering'],
      ['ExternalPeering', 'GatewayPeering'],
    ];
    expect(kindsOf(smallFabric())).toEqual(expected);
    expect(kindsOf(smallFabric().reverse())).toEqual(expected);
  });

  it('puts a VPC after the VPC of its DHCP relay', () => {
    const relay = (to: string) => ({
      subnets: { s: { dhcp: { relayVPC: to } } },
    });
    expect(
      waves([
        build('VPC', 'a', relay('b')),
        build('VPC', 'b', relay('c')),
        build('VPC', 'c', {}),
      ]),
    ).toEqual([['VPC c'], ['VPC b'], ['VPC a']]);
  });

  it('C11: objects that refer to each other in a circle share a wave, and are reported', () => {
    const relay = (to: string) => ({
      subnets: { s: { dhcp: { relayVPC: to } } },
    });
    const objects = [
      build('VPC', 'a', relay('b')),
      build('VPC', 'b', relay('a')),
      build('VPC', 'd', relay('d')),
      build('VPC', 'c', relay('a')),
      build('VPCPeering', 'p', { permit: [{ a: {}, c: {} }] }),
    ];
    expect(waves(objects)).toEqual([
      ['VPC a', 'VPC b', 'VPC d'],
      ['VPC c'],
      ['VPCPeering p'],
    ]);
    expect(findCycles(objects)).toEqual([
      [
        { kind: 'VPC', name: 'a' },
        { kind: 'VPC', name: 'b' },
      ],
      [{ kind: 'VPC', name: 'd' }],
    ]);
    expect(findCycles(smallFabric())).toEqual([]);
  });

  it('deletes in the reverse order', () => {
    const items = itemsOf(smallFabric());
    expect(deleteOrder(items, ({ object }) => object)).toEqual(
      applyOrder(items, ({ object }) => object).reverse(),
    );
  });

  it('C11: 10,000 objects in a star or a chain are ordered without running out of stack', () => {
    const objects = (count: number) => [
      build('VPC', 'one', {}),
      ...Array.from({ length: count }, (_, i) =>
        build('VPCAttachment', `a${i}`, { subnet: 'one/s' }),
      ),
    ];
    expect(waves(objects(10_000))).toHaveLength(2);
    const chain = Array.from({ length: 10_000 }, (_, i) =>
      build('VPC', `v${i}`, {
        subnets: { s: { dhcp: { relayVPC: `v${i + 1}` } } },
      }),
    );
    expect(waves(chain)).toHaveLength(10_000);
  });
});

describe('blockersOfDelete', () => {
  const blockers = (kind: string, name: string) =>
    blockersOfDelete({ kind, name }, smallFabric()).map(
      blocker => `${blocker.kind} ${blocker.name}`,
    );

  it.each([
    [
      'VPC',
      'vpc-1',
      [
        'Connection leaf-02--static',
        'VPCAttachment s1--vpc-1',
        'VPCPeering vpc-1--vpc-2',
        'ExternalPeering vpc-1--ext-1',
        'GatewayPeering vpc-1--vpc-2',
      ],
    ],
    ['IPv4Namespace', 'default', ['VPC vpc-1', 'VPC vpc-2', 'External ext-1']],
    [
      'VLANNamespace',
      'default',
      [
        'Switch spine-01',
        'Switch leaf-01',
        'Switch leaf-02',
        'VPC vpc-1',
        'VPC vpc-2',
      ],
    ],
    ['SwitchGroup', 'eslag-1', ['Switch leaf-01', 'Switch leaf-02']],
    [
      'GatewayGroup',
      'gw-group',
      ['Gateway gateway-1', 'GatewayPeering vpc-1--vpc-2'],
    ],
    [
      'External',
      'ext-1',
      [
        'ExternalAttachment leaf-01--ext-1',
        'ExternalPeering vpc-1--ext-1',
        'GatewayPeering vpc-1--vpc-2',
      ],
    ],
    ['Connection', 'leaf-01--external', ['ExternalAttachment leaf-01--ext-1']],
    ['Server', 'server-02', ['Connection server-02--unbundled--leaf-01']],
    ['VPCAttachment', 's1--vpc-1', []],
  ])(
    'C10: deleting %s %s is blocked by its referrers',
    (kind, name, expected) => {
      expect(blockers(kind, name)).toEqual(expected);
    },
  );

  it('an object does not block itself', () => {
    const self = build('VPC', 'a', {
      subnets: { s: { dhcp: { relayVPC: 'a' } } },
    });
    expect(blockersOfDelete({ kind: 'VPC', name: 'a' }, [self])).toEqual([]);
  });
});
