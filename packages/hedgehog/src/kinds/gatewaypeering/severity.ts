import { at, mapOf } from '../../model/json';
import { KindRule } from '../Kind';
import { fieldRules, whenMissing, whenOrphaned } from '../severityRule';

const sidesIn = (object: unknown) =>
  Object.keys(mapOf(at(object, 'spec', 'peering')) ?? {}).join(' and ') || '?';

export const gatewayPeeringSeverity: readonly KindRule[] = [
  whenMissing(
    'gatewayPeering.missing',
    'critical',
    'A gateway peering is not in the cluster: its two sides cannot reach each other.',
    ({ name, desired }) =>
      `GatewayPeering ${name} is not in the cluster: ${sidesIn(
        desired,
      )} cannot reach each other through the gateway.`,
  ),
  whenOrphaned(
    'gatewayPeering.orphan',
    'warning',
    'A gateway peering is in the cluster and not in git.',
    ({ name, live }) =>
      `GatewayPeering ${name} is in the cluster and not in git: ${sidesIn(
        live,
      )} reach each other although git does not say so.`,
  ),
  ...fieldRules('gatewayPeering', 'info', 'traffic does not depend on it', {
    'acl.log': {
      path: 'spec.acl.rules.*.log',
      label: 'Logging of a filter rule',
    },
    'acl.name': {
      path: 'spec.acl.rules.*.name',
      label: 'The name of a filter rule',
    },
  }),
  ...fieldRules(
    'gatewayPeering',
    'warning',
    'idle flows end sooner or later than git says',
    {
      'idleTimeout.masquerade': {
        path: 'spec.peering.*.expose.*.nat.masquerade.idleTimeout',
        label: 'The idle timeout',
      },
      'idleTimeout.portForward': {
        path: 'spec.peering.*.expose.*.nat.portForward.idleTimeout',
        label: 'The idle timeout',
      },
    },
  ),
  ...fieldRules(
    'gatewayPeering',
    'critical',
    'other traffic passes between its two sides',
    {
      peering: { path: 'spec.peering.**', label: 'What the sides expose' },
      acl: { path: 'spec.acl.**', label: 'The filter' },
      gatewayGroup: { path: 'spec.gatewayGroup', label: 'The gateway group' },
    },
  ),
];
