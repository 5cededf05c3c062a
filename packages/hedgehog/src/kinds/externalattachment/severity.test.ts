import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

type Spec = Record<string, unknown>;

const bgp = (rest: Spec): Spec => ({
  external: 'e',
  connection: 'c',
  switch: { ip: '10.1.1.2/24' },
  neighbor: { asn: 1, ip: '10.1.1.1' },
  ...rest,
});

const cases: SeverityCase[] = [
  {
    rule: 'externalAttachment.external',
    severity: 'critical',
    desired: bgp({}),
    live: bgp({ external: 'f' }),
    path: 'spec.external',
  },
  {
    rule: 'externalAttachment.connection',
    severity: 'critical',
    desired: bgp({}),
    live: bgp({ connection: 'f' }),
    path: 'spec.connection',
  },
  {
    rule: 'externalAttachment.switch',
    severity: 'critical',
    desired: bgp({}),
    live: bgp({ switch: { ip: '10.1.1.3/24' } }),
    path: 'spec.switch.ip',
  },
  {
    rule: 'externalAttachment.neighbor',
    severity: 'critical',
    desired: bgp({}),
    live: bgp({ neighbor: { asn: 2, ip: '10.1.1.1' } }),
    path: 'spec.neighbor.asn',
  },
  {
    rule: 'externalAttachment.static',
    severity: 'critical',
    desired: { static: { remoteIP: '10.0.0.1' } },
    live: { static: { remoteIP: '10.0.0.2' } },
    path: 'spec.static.remoteIP',
  },
  {
    rule: 'externalAttachment.inboundACL',
    severity: 'critical',
    desired: bgp({ inboundACL: { statements: [{ seq: 10, action: 'deny' }] } }),
    live: bgp({ inboundACL: { statements: [{ seq: 10, action: 'permit' }] } }),
    path: 'spec.inboundACL.statements[0].action',
  },
];

describe('severity of differences of a ExternalAttachment', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('ExternalAttachment', given);
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
    const rules = findKind('ExternalAttachment')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
