import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

const cases: SeverityCase[] = [
  {
    rule: 'externalPeering.vpc',
    severity: 'critical',
    desired: { permit: { vpc: { subnets: ['a'] } } },
    live: { permit: { vpc: { subnets: ['a', 'b'] } } },
    path: 'spec.permit.vpc.subnets',
  },
  {
    rule: 'externalPeering.external',
    severity: 'critical',
    desired: { permit: { external: { name: 'e' } } },
    live: { permit: { external: { name: 'f' } } },
    path: 'spec.permit.external.name',
  },
];

describe('severity of differences of a ExternalPeering', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('ExternalPeering', given);
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
    const rules = findKind('ExternalPeering')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
