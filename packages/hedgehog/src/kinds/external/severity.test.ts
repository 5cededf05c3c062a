import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

const cases: SeverityCase[] = [
  {
    rule: 'external.inboundCommunity',
    severity: 'critical',
    desired: { inboundCommunity: '1:1' },
    live: { inboundCommunity: '1:2' },
    path: 'spec.inboundCommunity',
  },
  {
    rule: 'external.outboundCommunity',
    severity: 'critical',
    desired: { outboundCommunity: '1:1' },
    live: {},
    path: 'spec.outboundCommunity',
  },
  {
    rule: 'external.static',
    severity: 'critical',
    desired: { static: { prefixes: ['10.0.0.0/8'] } },
    live: { static: { prefixes: ['11.0.0.0/8'] } },
    path: 'spec.static.prefixes',
  },
  {
    rule: 'external.ipv4Namespace',
    severity: 'critical',
    desired: { ipv4Namespace: 'a' },
    live: {},
    path: 'spec.ipv4Namespace',
  },
];

describe('severity of differences of a External', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('External', given);
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
    const rules = findKind('External')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
