import { KubernetesObject } from '../../model/KubernetesObject';
import { mapOf } from '../../model/json';
import { defineKind } from '../defineKind';
import { gatewayPeeringExample } from './example';
import { gatewayPeeringRules } from './rules';
import { normalizeGatewayPeering } from './normalize';
import { gatewayPeeringReferences } from './references';
import { gatewayPeeringSeverity } from './severity';
import { gatewayPeeringSpec, GatewayPeeringSpec } from './shape';

/** A gateway peering as written in YAML. */
export interface GatewayPeering extends KubernetesObject {
  kind: 'GatewayPeering';
  spec?: GatewayPeeringSpec;
}

export const gatewayPeering = defineKind({
  kind: 'GatewayPeering',
  group: 'gateway.githedgehog.com',
  version: 'v1alpha1',
  plural: 'gatewaypeerings',
  shortNames: ['gwpeer'],
  title: 'Gateway peering',
  description:
    'Lets two VPCs, or a VPC and an external, reach each other through a gateway.',
  managed: false,
  applyWave: 5,
  spec: gatewayPeeringSpec,
  recomputed: {
    labels: ['fabric.githedgehog.com/', 'gateway.githedgehog.com/'],
    annotations: [
      'gateway.githedgehog.com/vpcs',
      'gateway.githedgehog.com/nat',
    ],
  },
  normalize: normalizeGatewayPeering,
  references: gatewayPeeringReferences,
  facts: spec => [
    {
      label: 'Between',
      value: Object.keys(mapOf(spec.peering) ?? {}).join(', '),
    },
    { label: 'Gateway group', value: String(spec.gatewayGroup ?? '') },
  ],
  severityRules: gatewayPeeringSeverity,
  rules: gatewayPeeringRules,
  example: gatewayPeeringExample,
});
