import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

type Spec = Record<string, unknown>;

const vpc = (subnet: Spec, rest: Spec = {}): Spec => ({
  subnets: { default: { subnet: '10.0.1.0/24', vlan: 1001, ...subnet } },
  ...rest,
});

const cases: SeverityCase[] = [
  {
    rule: 'vpc.subnet.missing',
    severity: 'critical',
    desired: { subnets: { a: { subnet: '10.0.1.0/24', vlan: 7 }, b: {} } },
    live: { subnets: { b: {} } },
    path: 'spec.subnets.a',
    reason:
      /subnet a of VPC x \(10\.0\.1\.0\/24, VLAN 7\) is not in the cluster/,
  },
  {
    rule: 'vpc.subnet.removed',
    severity: 'critical',
    desired: { subnets: { b: {} } },
    live: { subnets: { a: {}, b: {} } },
    path: 'spec.subnets.a',
    reason: /deploying removes it/,
  },
  {
    rule: 'vpc.subnet.vlan',
    severity: 'critical',
    desired: vpc({}),
    live: vpc({ vlan: 1009 }),
    path: 'spec.subnets.default.vlan',
    reason:
      /VLAN of subnet default of VPC x is 1009 in the cluster and 1001 in git/,
  },
  {
    rule: 'vpc.subnet.prefix',
    severity: 'critical',
    desired: vpc({ gateway: '10.0.1.1' }),
    live: vpc({ gateway: '10.0.1.1', subnet: '10.0.1.0/25' }),
    path: 'spec.subnets.default.subnet',
    reason: /10\.0\.1\.0\/25/,
  },
  {
    rule: 'vpc.subnet.gateway',
    severity: 'critical',
    desired: vpc({}),
    live: vpc({ gateway: '10.0.1.254' }),
    path: 'spec.subnets.default.gateway',
  },
  {
    rule: 'vpc.subnet.isolated',
    severity: 'critical',
    desired: vpc({ isolated: true }),
    live: vpc({}),
    path: 'spec.subnets.default.isolated',
    reason: /not set in the cluster and on in git/,
  },
  {
    rule: 'vpc.subnet.restricted',
    severity: 'critical',
    desired: vpc({}),
    live: vpc({ restricted: true }),
    path: 'spec.subnets.default.restricted',
  },
  {
    rule: 'vpc.subnet.hostBGP',
    severity: 'critical',
    desired: vpc({ hostBGP: true, gateway: '10.0.1.1' }),
    live: vpc({ gateway: '10.0.1.1' }),
    path: 'spec.subnets.default.hostBGP',
  },
  {
    rule: 'vpc.subnet.dhcp',
    severity: 'critical',
    desired: vpc({ dhcp: { enable: true } }),
    live: vpc({}),
    path: 'spec.subnets.default.dhcp',
  },
  {
    rule: 'vpc.subnet.dhcp.enable',
    severity: 'critical',
    desired: vpc({
      dhcp: { enable: true, relay: '10.2.0.1/32', range: {} },
      subnet: '',
    }),
    live: vpc({ dhcp: { relay: '10.2.0.1/32' }, subnet: '' }),
    path: 'spec.subnets.default.dhcp.enable',
  },
  {
    rule: 'vpc.subnet.dhcp.relay',
    severity: 'critical',
    desired: vpc({ dhcp: { relay: '10.2.0.1/32' } }),
    live: vpc({ dhcp: { relay: '10.2.0.2/32' } }),
    path: 'spec.subnets.default.dhcp.relay',
  },
  {
    rule: 'vpc.subnet.dhcp.relayVPC',
    severity: 'critical',
    desired: vpc({ dhcp: { relayVPC: 'a' } }),
    live: vpc({ dhcp: { relayVPC: 'b' } }),
    path: 'spec.subnets.default.dhcp.relayVPC',
  },
  {
    rule: 'vpc.subnet.dhcp.range',
    severity: 'warning',
    desired: vpc({ dhcp: { enable: true } }),
    live: vpc({ dhcp: { enable: true, range: { end: '10.0.1.99' } } }),
    path: 'spec.subnets.default.dhcp.range.end',
    reason: /10\.0\.1\.99 in the cluster and 10\.0\.1\.255 in git/,
  },
  {
    rule: 'vpc.subnet.dhcp.static',
    severity: 'warning',
    desired: vpc({
      dhcp: { static: { 'aa:bb:cc:dd:ee:ff': { ip: '10.0.1.5' } } },
    }),
    live: vpc({
      dhcp: { static: { 'aa:bb:cc:dd:ee:ff': { ip: '10.0.1.6' } } },
    }),
    path: 'spec.subnets.default.dhcp.static["aa:bb:cc:dd:ee:ff"].ip',
  },
  {
    rule: 'vpc.subnet.dhcp.options',
    severity: 'warning',
    desired: vpc({
      dhcp: { enable: true, options: { dnsServers: ['1.1.1.1'] } },
    }),
    live: vpc({ dhcp: { enable: true, options: { dnsServers: ['9.9.9.9'] } } }),
    path: 'spec.subnets.default.dhcp.options.dnsServers',
  },
  {
    rule: 'vpc.permit',
    severity: 'critical',
    desired: vpc({}, { permit: [['a', 'b']] }),
    live: vpc({}, { permit: [['a', 'c']] }),
    path: 'spec.permit[0]',
  },
  {
    rule: 'vpc.defaultIsolated',
    severity: 'critical',
    desired: vpc({}, { defaultIsolated: true }),
    live: vpc({}),
    path: 'spec.defaultIsolated',
  },
  {
    rule: 'vpc.defaultRestricted',
    severity: 'critical',
    desired: vpc({}, { defaultRestricted: true }),
    live: vpc({}),
    path: 'spec.defaultRestricted',
  },
  {
    rule: 'vpc.mode',
    severity: 'critical',
    desired: vpc({}, { mode: 'l3vni' }),
    live: vpc({}),
    path: 'spec.mode',
  },
  {
    rule: 'vpc.ipv4Namespace',
    severity: 'critical',
    desired: vpc({}, { ipv4Namespace: 'b' }),
    live: vpc({}),
    path: 'spec.ipv4Namespace',
    reason: /default in the cluster and b in git/,
  },
  {
    rule: 'vpc.vlanNamespace',
    severity: 'critical',
    desired: vpc({}, { vlanNamespace: 'b' }),
    live: vpc({}),
    path: 'spec.vlanNamespace',
  },
  {
    rule: 'vpc.staticRoutes',
    severity: 'critical',
    desired: vpc(
      {},
      { staticRoutes: [{ prefix: '10.9.0.0/16', nextHops: ['10.0.1.9'] }] },
    ),
    live: vpc({}),
    path: 'spec.staticRoutes',
  },
  {
    rule: 'field.changed',
    severity: 'warning',
    desired: vpc({}, { topology: 'a' }),
    live: vpc({}, { topology: 'b' }),
    path: 'spec.topology',
  },
];

describe('severity of differences of a VPC', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('VPC', given);
    expect(difference).toMatchObject({
      path: given.path,
      severity: given.severity,
    });
    expect(difference?.reason).toMatch(given.reason ?? bothSides);
    expect(drift).toMatchObject({
      state: 'drifted',
      severity: drift.differences[0].severity,
    });
  });

  it('every rule about fields has a case', () => {
    const tested = new Set(cases.map(({ rule }) => rule));
    const rules = findKind('VPC')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
