import {
  checkIgnoreRule,
  emptyIgnoreRule,
  ignoreRuleFor,
  ignoreRuleInputOf,
} from './ignoreRuleDraft';

const now = new Date('2026-11-21T12:00:00');
const rule = {
  ...ignoreRuleFor(
    { kind: 'VPC', name: 'vpc-1' },
    { path: 'spec.subnets.default.vlan' },
  ),
  reason: 'Set by the address plan',
};

describe('an ignore rule', () => {
  it('for a difference names its field and resource, and nothing more', () => {
    expect(ignoreRuleInputOf(rule)).toEqual({
      path: 'spec.subnets.default.vlan',
      kind: 'VPC',
      name: 'vpc-1',
      reason: 'Set by the address plan',
    });
  });

  it('holds through its last day', () => {
    expect(ignoreRuleInputOf({ ...rule, day: '2026-12-01' }).until).toBe(
      new Date('2026-12-01T23:59:59').toISOString(),
    );
  });

  it('needs a field and a reason, and an end that is still to come', () => {
    expect(checkIgnoreRule(rule, now)).toEqual({});
    expect(Object.keys(checkIgnoreRule(emptyIgnoreRule, now))).toEqual([
      'path',
      'reason',
    ]);
    expect(checkIgnoreRule({ ...rule, day: '2026-11-20' }, now).day).toMatch(
      /still to come/,
    );
  });

  it.each(['**', '*', '*.**'])('does not hide everything: %s', path => {
    expect(checkIgnoreRule({ ...rule, path }, now).path).toMatch(
      /hide everything/,
    );
  });
});
