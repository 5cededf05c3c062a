import { bySeverity, graver, validateFabric } from '..';
import { Example } from '../kinds/ValidationRule';
import { exampleProfile } from '../kinds/switch/exampleProfile';
import { JsonMap } from '../model/json';
import { exampleObjects } from './exampleFabric';

/*
 * Rules that find their fault in more than one way: the ways that their own example does not show.
 */

const dhcp = (part: JsonMap) => ({
  'VPC vpc-1 spec.subnets.default.dhcp': { enable: true, ...part },
});
const fixed = (ip: string) => ({
  static: { '0c:20:12:ff:00:01': { ip } },
});
const profile = (rest: JsonMap) => ({
  apiVersion: 'wiring.githedgehog.com/v1beta1',
  kind: 'SwitchProfile',
  metadata: { name: 'vs' },
  spec: exampleProfile({}, rest),
});

describe('further ways in which rules refuse', () => {
  it.each<[string, Example, RegExp, JsonMap?]>([
    [
      'vpc.dhcpRange',
      dhcp({ range: { start: '10.0.9.2', end: '10.0.9.9' } }),
      /is outside the subnet/,
    ],
    [
      'vpc.dhcpRange',
      dhcp({ range: { start: '10.0.1.1', end: '10.0.1.9' } }),
      /begins/,
    ],
    ['vpc.dhcpStatic', dhcp(fixed('10.0.9.1')), /is outside the subnet/],
    [
      'vpc.dhcpStatic',
      dhcp(fixed('10.0.1.255')),
      /network, broadcast or gateway/,
    ],
    [
      'vpc.dhcpStatic',
      dhcp({
        static: {
          '0c:20:12:ff:00:01': { ip: '10.0.1.9' },
          '0c:20:12:ff:00:02': { ip: '10.0.1.9' },
        },
      }),
      /is given to .* and to/,
    ],
    [
      'vpc.permit',
      { 'VPC vpc-1 spec.permit': [['default', 'backup', 'default']] },
      /names the subnet default twice/,
    ],
    [
      'switch.ports',
      { 'Switch leaf-01 spec.portGroupSpeeds': { '9': '25G' } },
      /no port group 9/,
      {},
    ],
    [
      'switch.portCount',
      { 'Switch leaf-01 spec.portBreakouts': { 'E1/25': '4x25G' } },
      /the model can drive 33/,
      { maxPorts: 33 },
    ],
    [
      'connection.devices',
      {
        'Connection leaf-01--loop': {
          vpcLoopback: {
            links: [
              {
                switch1: { port: 'leaf-01/E1/27' },
                switch2: { port: 'leaf-02/E1/28' },
              },
            ],
          },
        },
      },
      /joins ports of one switch/,
    ],
    [
      'gateway.addressTwice',
      {
        'Gateway z-second': {
          asn: 65534,
          protocolIP: '172.30.8.9/32',
          vtepIP: '172.30.12.99/32',
          vtepMAC: '0c:20:12:ff:00:99',
          groups: [{ name: 'gw-group', priority: 2 }],
          interfaces: {
            enp2s1: { kernel: 'enp2s1', ips: ['172.30.128.99/31'] },
          },
          neighbors: [{ source: 'enp2s1', ip: '172.30.128.98', asn: 65100 }],
        },
      },
      /is the protocolIP of/,
    ],
  ])('%s %#', (...row) => {
    const [rule, example, message, parts] = row;
    const found = validateFabric(
      exampleObjects(example).map(object => ({
        object,
        file: 'a.yaml',
        line: 1,
      })),
      { settings: {}, ...(parts ? { profiles: [profile(parts)] } : {}) },
    ).filter(({ severity }) => severity !== 'info');
    expect([...new Set(found.map(one => one.rule))]).toEqual([rule]);
    expect(found.map(one => one.message).join('\n')).toMatch(message);
  });
});

describe('severities', () => {
  it('the graver of two wins, and one that is not known never does', () => {
    expect(graver('warning', 'critical')).toBe('critical');
    expect(graver('warning', 'info')).toBe('warning');
    expect(graver(undefined, 'info')).toBe('info');
    expect(graver('info', undefined)).toBe('info');
    expect(graver(undefined, undefined)).toBeUndefined();
    expect(
      (['info', 'critical', 'warning'] as const).slice().sort(bySeverity),
    ).toEqual(['critical', 'warning', 'info']);
  });
});
