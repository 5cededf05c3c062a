import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

type Spec = Record<string, unknown>;

const gw = (side: Spec, rest: Spec = {}): Spec => ({
  peering: { a: { expose: [side] }, b: {} },
  ...rest,
});

const cases: SeverityCase[] = [
  {
    rule: 'gatewayPeering.acl.log',
    severity: 'info',
    desired: gw({}, { acl: { rules: [{ action: 'deny', log: true }] } }),
    live: gw({}, { acl: { rules: [{ action: 'deny' }] } }),
    path: 'spec.acl.rules[0].log',
  },
  {
    rule: 'gatewayPeering.acl.name',
    severity: 'info',
    desired: gw({}, { acl: { rules: [{ action: 'deny', name: 'a' }] } }),
    live: gw({}, { acl: { rules: [{ action: 'deny', name: 'b' }] } }),
    path: 'spec.acl.rules[0].name',
  },
  {
    rule: 'gatewayPeering.acl',
    severity: 'critical',
    desired: gw({}, { acl: { rules: [{ action: 'deny' }] } }),
    live: gw({}, { acl: { rules: [{ action: 'allow' }] } }),
    path: 'spec.acl.rules[0].action',
  },
  {
    rule: 'gatewayPeering.idleTimeout.masquerade',
    severity: 'warning',
    desired: gw({ nat: { masquerade: {} } }),
    live: gw({ nat: { masquerade: { idleTimeout: '1m' } } }),
    path: 'spec.peering.a.expose[0].nat.masquerade.idleTimeout',
    reason: /1m0s in the cluster and 2m0s in git/,
  },
  {
    rule: 'gatewayPeering.idleTimeout.portForward',
    severity: 'warning',
    desired: gw({ nat: { portForward: {} } }),
    live: gw({ nat: { portForward: { idleTimeout: '1m' } } }),
    path: 'spec.peering.a.expose[0].nat.portForward.idleTimeout',
  },
  {
    rule: 'gatewayPeering.peering',
    severity: 'critical',
    desired: gw({ default: true }),
    live: gw({ ips: [{ cidr: '10.0.0.0/8' }] }),
    path: 'spec.peering.a.expose[0].default',
  },
  {
    rule: 'gatewayPeering.gatewayGroup',
    severity: 'critical',
    desired: gw({}, { gatewayGroup: 'a' }),
    live: gw({}),
    path: 'spec.gatewayGroup',
  },
];

describe('severity of differences of a GatewayPeering', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('GatewayPeering', given);
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
    const rules = findKind('GatewayPeering')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    expect(rules.map(({ id }) => id).filter(id => !tested.has(id))).toEqual([]);
  });
});
