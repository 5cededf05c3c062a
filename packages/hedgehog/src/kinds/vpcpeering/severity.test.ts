import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

const cases: SeverityCase[] = [
  {
    rule: 'vpcPeering.permit',
    severity: 'critical',
    desired: { permit: [{ a: {}, b: {} }] },
    live: { permit: [{ a: { subnets: ['x'] }, b: {} }] },
    path: 'spec.permit[0].a.subnets',
    reason: /between a and b is x in the cluster and not set in git/,
  },
  {
    rule: 'field.order',
    severity: 'info',
    desired: { permit: [{ a: { subnets: ['x', 'y'] }, b: {} }] },
    live: { permit: [{ a: { subnets: ['y', 'x'] }, b: {} }] },
    path: 'spec.permit[0].a.subnets',
    reason: /same values in another order/,
  },
];

describe('severity of differences of a VPCPeering', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('VPCPeering', given);
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
    const rules = findKind('VPCPeering')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
