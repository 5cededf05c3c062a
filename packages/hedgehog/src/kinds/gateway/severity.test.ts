import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

const cases: SeverityCase[] = [
  {
    rule: 'gateway.asn',
    severity: 'critical',
    desired: { asn: 1 },
    live: { asn: 2 },
    path: 'spec.asn',
  },
  {
    rule: 'gateway.protocolIP',
    severity: 'critical',
    desired: { protocolIP: '10.0.0.1/32' },
    live: { protocolIP: '10.0.0.2/32' },
    path: 'spec.protocolIP',
  },
  {
    rule: 'gateway.vtepIP',
    severity: 'critical',
    desired: { vtepIP: '10.0.0.1/32' },
    live: { vtepIP: '10.0.0.2/32' },
    path: 'spec.vtepIP',
  },
  {
    rule: 'gateway.vtepMAC',
    severity: 'critical',
    desired: { vtepMAC: '0c:20:12:ff:00:00' },
    live: { vtepMAC: '0c:20:12:ff:00:01' },
    path: 'spec.vtepMAC',
  },
  {
    rule: 'gateway.interfaces',
    severity: 'critical',
    desired: { interfaces: { a: { mtu: 9100 } } },
    live: { interfaces: { a: { mtu: 1500 } } },
    path: 'spec.interfaces.a.mtu',
  },
  {
    rule: 'gateway.neighbors',
    severity: 'critical',
    desired: { neighbors: [{ ip: '10.0.0.1' }] },
    live: { neighbors: [{ ip: '10.0.0.2' }] },
    path: 'spec.neighbors[0].ip',
  },
  {
    rule: 'gateway.groups',
    severity: 'critical',
    desired: { groups: [{ name: 'a' }] },
    live: {},
    path: 'spec.groups',
  },
  {
    rule: 'gateway.logs',
    severity: 'info',
    desired: { logs: { default: 'debug' } },
    live: {},
    path: 'spec.logs.default',
  },
  {
    rule: 'gateway.profiling',
    severity: 'info',
    desired: { profiling: { enabled: true } },
    live: {},
    path: 'spec.profiling',
  },
];

describe('severity of differences of a Gateway', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('Gateway', given);
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
    const rules = findKind('Gateway')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
