import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { gatewayExample } from './example';
import { gatewayRules } from './rules';
import { itemsOf } from '../normalizers';
import { referTo } from '../referTo';
import { isGatewayUnhydrated } from './isUnhydrated';
import { normalizeGateway } from './normalize';
import { gatewaySeverity } from './severity';
import { gatewaySpec, GatewaySpec } from './shape';

/** A gateway as written in YAML. */
export interface Gateway extends KubernetesObject {
  kind: 'Gateway';
  spec?: GatewaySpec;
}

export const gateway = defineKind({
  kind: 'Gateway',
  group: 'gateway.githedgehog.com',
  version: 'v1alpha1',
  plural: 'gateways',
  shortNames: ['gw'],
  title: 'Gateway',
  description: 'A gateway node: NAT, filtering and peering between VPCs.',
  managed: false,
  applyWave: 1,
  spec: gatewaySpec,
  normalize: normalizeGateway,
  references: spec =>
    itemsOf(spec.groups).flatMap(([index, group]) =>
      referTo('GatewayGroup', group.name, ['spec', 'groups', index, 'name']),
    ),
  facts: spec => [
    { label: 'Protocol IP', value: String(spec.protocolIP ?? '') },
    {
      label: 'Groups',
      value: itemsOf(spec.groups)
        .map(([, group]) => String(group.name))
        .join(', '),
    },
  ],
  hydrated: [
    'spec.asn',
    'spec.protocolIP',
    'spec.vtepIP',
    'spec.vtepMAC',
    'spec.vtepMTU',
    'spec.neighbors',
    'spec.interfaces.*.ips',
  ],
  isUnhydrated: isGatewayUnhydrated,
  severityRules: gatewaySeverity,
  rules: gatewayRules,
  example: gatewayExample,
});
