import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

const cases: SeverityCase[] = [
  {
    rule: 'switch.asn',
    severity: 'critical',
    desired: { asn: 65101 },
    live: { asn: 65102 },
    path: 'spec.asn',
    reason: /ASN of Switch x is 65102 in the cluster and 65101 in git/,
  },
  {
    rule: 'switch.protocolIP',
    severity: 'critical',
    desired: { protocolIP: '172.30.8.1/32' },
    live: { protocolIP: '172.30.8.2/32' },
    path: 'spec.protocolIP',
  },
  {
    rule: 'switch.vtepIP',
    severity: 'critical',
    desired: { vtepIP: '172.30.12.1/32' },
    live: {},
    path: 'spec.vtepIP',
  },
  {
    rule: 'switch.vlanNamespaces',
    severity: 'critical',
    desired: { vlanNamespaces: ['a'] },
    live: { vlanNamespaces: ['a', 'b'] },
    path: 'spec.vlanNamespaces',
  },
  {
    rule: 'switch.role',
    severity: 'critical',
    desired: { role: 'spine' },
    live: { role: 'server-leaf' },
    path: 'spec.role',
  },
  {
    rule: 'switch.profile',
    severity: 'critical',
    desired: { profile: 'a' },
    live: { profile: 'b' },
    path: 'spec.profile',
  },
  {
    rule: 'switch.ip',
    severity: 'critical',
    desired: { ip: '172.30.0.8/21' },
    live: { ip: '172.30.0.9/21' },
    path: 'spec.ip',
  },
  {
    rule: 'switch.redundancy',
    severity: 'critical',
    desired: { groups: ['a'], redundancy: { group: 'a', type: 'eslag' } },
    live: { groups: ['a'] },
    path: 'spec.redundancy',
  },
  {
    rule: 'switch.portBreakouts',
    severity: 'critical',
    desired: { portBreakouts: { 'E1/1': '4x25G' } },
    live: { portBreakouts: { 'E1/1': '1x100G' } },
    path: 'spec.portBreakouts["E1/1"]',
  },
  {
    rule: 'switch.portSpeeds',
    severity: 'critical',
    desired: { portSpeeds: { 'E1/1': '25G' } },
    live: {},
    path: 'spec.portSpeeds',
  },
  {
    rule: 'switch.portGroupSpeeds',
    severity: 'critical',
    desired: { portGroupSpeeds: { 1: '25G' } },
    live: { portGroupSpeeds: { 1: '10G' } },
    path: 'spec.portGroupSpeeds.1',
  },
  {
    rule: 'switch.portAutoNegs',
    severity: 'critical',
    desired: { portAutoNegs: { 'E1/1': true } },
    live: { portAutoNegs: { 'E1/1': false } },
    path: 'spec.portAutoNegs["E1/1"]',
    reason: /off in the cluster and on in git/,
  },
  {
    rule: 'switch.portFECs',
    severity: 'critical',
    desired: { portFECs: { 'E1/1': 'rs' } },
    live: { portFECs: { 'E1/1': 'fc' } },
    path: 'spec.portFECs["E1/1"]',
  },
  {
    rule: 'switch.groups',
    severity: 'warning',
    desired: { groups: ['a'] },
    live: { groups: ['a', 'b'] },
    path: 'spec.groups',
  },
  {
    rule: 'switch.roce',
    severity: 'warning',
    desired: { roce: true },
    live: {},
    path: 'spec.roce',
  },
  {
    rule: 'switch.ecmp',
    severity: 'warning',
    desired: { ecmp: { roceQPN: true } },
    live: {},
    path: 'spec.ecmp',
  },
  {
    rule: 'switch.enableAllPorts',
    severity: 'warning',
    desired: { enableAllPorts: true },
    live: {},
    path: 'spec.enableAllPorts',
  },
  {
    rule: 'switch.linkFlapErrDisable',
    severity: 'warning',
    desired: { linkFlapErrDisable: {} },
    live: { linkFlapErrDisable: { flapThreshold: 5 } },
    path: 'spec.linkFlapErrDisable.flapThreshold',
  },
  {
    rule: 'switch.boot',
    severity: 'warning',
    desired: { boot: { mac: '0c:20:12:ff:00:00' } },
    live: { boot: { mac: '0c:20:12:ff:00:01' } },
    path: 'spec.boot.mac',
  },
  {
    rule: 'field.description',
    severity: 'info',
    desired: { description: 'a' },
    live: { description: 'b' },
    path: 'spec.description',
    reason: /description of Switch x is b in the cluster and a in git/,
  },
];

describe('severity of differences of a Switch', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('Switch', given);
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
    const rules = findKind('Switch')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
