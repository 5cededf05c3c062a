import { applyDefaults } from '..';
import { build } from '../__testUtils__/build';

type Spec = Record<string, unknown>;

/** Class A adds, S sorts, R rewrites, D deletes; facts of Hedgehog's webhooks, fabric v0.129. */
const rows: [rule: string, kind: string, before: Spec, after: Spec][] = [
  [
    'A namespaces',
    'VPC',
    {},
    { ipv4Namespace: 'default', vlanNamespace: 'default' },
  ],
  [
    'A namespaces when empty',
    'VPC',
    { ipv4Namespace: '' },
    { ipv4Namespace: 'default', vlanNamespace: 'default' },
  ],
  [
    'A gateway and dhcp',
    'VPC',
    vpc({ subnet: '10.0.1.0/24' }),
    vpc({ subnet: '10.0.1.0/24', gateway: '10.0.1.1', dhcp: {} }),
  ],
  [
    'A gateway of a network with host bits',
    'VPC',
    vpc({ subnet: '10.0.1.77/24' }),
    vpc({ subnet: '10.0.1.77/24', gateway: '10.0.1.1', dhcp: {} }),
  ],
  [
    'a gateway that is set stays',
    'VPC',
    vpc({ subnet: '10.0.1.0/24', gateway: '10.0.1.9' }),
    vpc({ subnet: '10.0.1.0/24', gateway: '10.0.1.9', dhcp: {} }),
  ],
  [
    'no gateway for hostBGP',
    'VPC',
    vpc({ subnet: '10.0.1.0/24', hostBGP: true }),
    vpc({ subnet: '10.0.1.0/24', hostBGP: true, dhcp: {} }),
  ],
  [
    'A DHCP range up to the broadcast address',
    'VPC',
    vpc({ subnet: '10.0.1.0/24', dhcp: { enable: true } }),
    vpc({
      subnet: '10.0.1.0/24',
      gateway: '10.0.1.1',
      dhcp: { enable: true, range: { start: '10.0.1.2', end: '10.0.1.255' } },
    }),
  ],
  [
    'A only the missing end of a range',
    'VPC',
    vpc({
      subnet: '10.0.0.0/23',
      dhcp: { enable: true, range: { start: '10.0.0.9' } },
    }),
    vpc({
      subnet: '10.0.0.0/23',
      gateway: '10.0.0.1',
      dhcp: { enable: true, range: { start: '10.0.0.9', end: '10.0.1.255' } },
    }),
  ],
  [
    'D range and options without enable',
    'VPC',
    vpc({
      gateway: '10.0.1.1',
      dhcp: {
        enable: false,
        range: { start: '10.0.1.9' },
        options: { pxeURL: 'x' },
      },
    }),
    vpc({ gateway: '10.0.1.1', dhcp: { enable: false } }),
  ],
  [
    'D empty options',
    'VPC',
    vpc({
      dhcp: {
        enable: true,
        range: {},
        options: { dnsServers: [], pxeURL: '' },
      },
    }),
    vpc({ dhcp: { enable: true, range: {} } }),
  ],
  [
    'A,S options',
    'VPC',
    vpc({
      dhcp: {
        enable: true,
        range: {},
        options: {
          dnsServers: ['9.9.9.9', '1.1.1.1'],
          advertisedRoutes: [
            { destination: '10.2.0.0/24' },
            { destination: '10.1.0.0/24' },
          ],
        },
      },
    }),
    vpc({
      dhcp: {
        enable: true,
        range: {},
        options: {
          interfaceMTU: 9036,
          leaseTimeSeconds: 3600,
          dnsServers: ['1.1.1.1', '9.9.9.9'],
          timeServers: [],
          advertisedRoutes: [
            { destination: '10.1.0.0/24' },
            { destination: '10.2.0.0/24' },
          ],
        },
      },
    }),
  ],
  [
    'R MAC keys',
    'VPC',
    vpc({
      dhcp: { static: { '0C-20-12-FF-00-01': { ip: '10.0.1.5' }, odd: {} } },
    }),
    vpc({
      dhcp: { static: { '0c:20:12:ff:00:01': { ip: '10.0.1.5' }, odd: {} } },
    }),
  ],
  [
    'R subnet',
    'VPCAttachment',
    { subnet: 'vpc-1' },
    { subnet: 'vpc-1/default' },
  ],
  [
    'a full subnet stays',
    'VPCAttachment',
    { subnet: 'vpc-1/a' },
    { subnet: 'vpc-1/a' },
  ],
  [
    'S subnets as texts',
    'IPv4Namespace',
    { subnets: ['10.9.0.0/16', '10.10.0.0/16'] },
    { subnets: ['10.10.0.0/16', '10.9.0.0/16'] },
  ],
  [
    'A,S ranges by number, not merged',
    'VLANNamespace',
    { ranges: [{ from: 200, to: 300 }, { from: 30 }, { from: 250, to: 260 }] },
    {
      ranges: [
        { from: 30, to: 30 },
        { from: 200, to: 300 },
        { from: 250, to: 260 },
      ],
    },
  ],
  ['A namespace', 'External', {}, { ipv4Namespace: 'default' }],
  [
    'A switch and neighbor',
    'ExternalAttachment',
    { static: { proxy: true } },
    { static: { proxy: true }, switch: {}, neighbor: {} },
  ],
  [
    'S subnets and prefixes',
    'ExternalPeering',
    {
      permit: {
        vpc: { subnets: ['b', 'a'] },
        external: {
          prefixes: [{ prefix: '10.2.0.0/16' }, { prefix: '10.1.0.0/16' }],
        },
      },
    },
    {
      permit: {
        vpc: { subnets: ['a', 'b'] },
        external: {
          prefixes: [{ prefix: '10.1.0.0/16' }, { prefix: '10.2.0.0/16' }],
        },
      },
    },
  ],
  [
    'A of a switch',
    'Switch',
    {},
    { vlanNamespaces: ['default'], redundancy: {}, boot: {}, ecmp: {} },
  ],
  [
    'S VLAN namespaces',
    'Switch',
    sw({ vlanNamespaces: ['b', 'a'] }),
    sw({ vlanNamespaces: ['a', 'b'] }),
  ],
  [
    'R,S groups',
    'Switch',
    sw({ groups: ['z', 'b'], redundancy: { group: 'm' } }),
    sw({ groups: ['b', 'm', 'z'], redundancy: { group: 'm' } }),
  ],
  [
    'R group is not added twice',
    'Switch',
    sw({ groups: ['m'], redundancy: { group: 'm' } }),
    sw({ groups: ['m'], redundancy: { group: 'm' } }),
  ],
  [
    'R speeds',
    'Switch',
    sw({
      portSpeeds: { 'E1/1': 'SPEED_25G' },
      portGroupSpeeds: { 1: '10G', 2: 'SPEED_10G' },
    }),
    sw({
      portSpeeds: { 'E1/1': '25G' },
      portGroupSpeeds: { 1: '10G', 2: '10G' },
    }),
  ],
  [
    'A link flap',
    'Switch',
    sw({ linkFlapErrDisable: {} }),
    sw({
      linkFlapErrDisable: {
        flapThreshold: 3,
        samplingInterval: 30,
        recoveryInterval: 300,
      },
    }),
  ],
  [
    'link flap: never recovering is a choice',
    'Switch',
    sw({ linkFlapErrDisable: { recoveryInterval: 0 } }),
    sw({
      linkFlapErrDisable: {
        flapThreshold: 3,
        samplingInterval: 30,
        recoveryInterval: 0,
      },
    }),
  ],
  [
    'A of a gateway',
    'Gateway',
    {},
    {
      logs: {
        default: 'info',
        tags: { all: 'info' },
        rateLimit: { burst: 50, replenishPerSecond: 5 },
      },
      workers: 4,
      groups: [{ name: 'default', priority: 0 }],
    },
  ],
  [
    'A,S groups of a gateway',
    'Gateway',
    {
      logs: {
        default: 'debug',
        tags: { a: 'warn' },
        rateLimit: { burst: 0, replenishPerSecond: 1 },
      },
      workers: 8,
      groups: [{ name: 'b' }, { name: 'a', priority: 3 }],
    },
    {
      logs: {
        default: 'debug',
        tags: { a: 'warn' },
        rateLimit: { burst: 0, replenishPerSecond: 1 },
      },
      workers: 8,
      groups: [
        { name: 'a', priority: 3 },
        { name: 'b', priority: 0 },
      ],
    },
  ],
  [
    'A of a gateway peering',
    'GatewayPeering',
    {
      acl: {
        rules: [{ action: 'allow' }, { action: 'deny', scope: 'packet' }],
      },
    },
    {
      gatewayGroup: 'default',
      acl: {
        default: 'deny-unless-exposed',
        rules: [
          { action: 'allow', scope: 'flow' },
          { action: 'deny', scope: 'packet' },
        ],
      },
    },
  ],
  [
    'A,R idle timeouts',
    'GatewayPeering',
    nat(
      { masquerade: {} },
      { portForward: { idleTimeout: '90s' } },
      { static: {} },
    ),
    nat(
      { masquerade: { idleTimeout: '2m0s' } },
      { portForward: { idleTimeout: '1m30s' } },
      { static: {} },
    ),
  ],
  ['nothing', 'Connection', { external: {} }, { external: {} }],
  ['nothing', 'Server', {}, {}],
  ['nothing', 'SwitchGroup', {}, {}],
  ['nothing', 'GatewayGroup', {}, {}],
  [
    'nothing',
    'VPCPeering',
    { permit: [{ a: null, b: {} }] },
    { permit: [{ a: null, b: {} }] },
  ],
];

describe('applyDefaults', () => {
  it.each(rows)('%s: %s', (_, kind, before, after) => {
    const object = build(kind, 'a', before);
    const copy = JSON.stringify(object);
    expect(applyDefaults(object)).toEqual(
      build(kind, 'a', after, { namespace: 'default' }),
    );
    expect(JSON.stringify(object)).toBe(copy);
  });

  it('adds the namespace and an empty spec', () => {
    expect(applyDefaults(build('Server', 'a'))).toEqual(
      build('Server', 'a', {}, { namespace: 'default' }),
    );
    expect(
      applyDefaults(build('Server', 'a', {}, { namespace: 'other' })).metadata
        .namespace,
    ).toBe('other');
  });

  it('leaves objects of other kinds and other API groups as they are', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } };
    const gateway = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'a' },
      spec: {},
    };
    expect(applyDefaults(pod)).toEqual(pod);
    expect(applyDefaults(gateway)).toEqual(gateway);
  });
});

function vpc(subnet: Spec): Spec {
  return {
    ipv4Namespace: 'default',
    vlanNamespace: 'default',
    subnets: { default: subnet },
  };
}

function sw(spec: Spec): Spec {
  return {
    vlanNamespaces: ['default'],
    redundancy: {},
    boot: {},
    ecmp: {},
    ...spec,
  };
}

function nat(...ways: Spec[]): Spec {
  return {
    gatewayGroup: 'default',
    peering: { a: { expose: ways.map(way => ({ nat: way })) } },
  };
}
