import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

const cases: SeverityCase[] = [
  {
    rule: 'vpcAttachment.subnet',
    severity: 'critical',
    desired: { subnet: 'vpc-1', connection: 'c' },
    live: { subnet: 'vpc-2/default', connection: 'c' },
    path: 'spec.subnet',
    reason:
      /servers on c into vpc-2\/default in the cluster and vpc-1\/default in git/,
  },
  {
    rule: 'vpcAttachment.connection',
    severity: 'critical',
    desired: { subnet: 'vpc-1', connection: 'c' },
    live: { subnet: 'vpc-1', connection: 'd' },
    path: 'spec.connection',
    reason: /servers on c lose VPC vpc-1/,
  },
  {
    rule: 'vpcAttachment.nativeVLAN',
    severity: 'critical',
    desired: { subnet: 'vpc-1', connection: 'c', nativeVLAN: true },
    live: { subnet: 'vpc-1', connection: 'c' },
    path: 'spec.nativeVLAN',
  },
];

describe('severity of differences of a VPCAttachment', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('VPCAttachment', given);
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
    const rules = findKind('VPCAttachment')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
