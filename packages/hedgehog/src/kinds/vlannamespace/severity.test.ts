import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

const cases: SeverityCase[] = [
  {
    rule: 'vlanNamespace.ranges',
    severity: 'warning',
    desired: { ranges: [{ from: 1, to: 9 }] },
    live: { ranges: [{ from: 1, to: 8 }] },
    path: 'spec.ranges',
    reason: /from 1, to 8 in the cluster and from 1, to 9 in git/,
  },
];

describe('severity of differences of a VLANNamespace', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('VLANNamespace', given);
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
    const rules = findKind('VLANNamespace')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
