import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

const cases: SeverityCase[] = [
  {
    rule: 'ipv4Namespace.subnets',
    severity: 'warning',
    desired: { subnets: ['10.0.0.0/16'] },
    live: { subnets: ['10.0.0.0/16', '10.1.0.0/16'] },
    path: 'spec.subnets',
    reason: /10\.0\.0\.0\/16, 10\.1\.0\.0\/16 in the cluster/,
  },
];

describe('severity of differences of a IPv4Namespace', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('IPv4Namespace', given);
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
    const rules = findKind('IPv4Namespace')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
