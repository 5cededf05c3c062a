import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { gatewayGroupExample } from './example';
import { gatewayGroupSeverity } from './severity';
import { gatewayGroupSpec, GatewayGroupSpec } from './shape';

/** A gateway group as written in YAML. */
export interface GatewayGroup extends KubernetesObject {
  kind: 'GatewayGroup';
  spec?: GatewayGroupSpec;
}

export const gatewayGroup = defineKind({
  kind: 'GatewayGroup',
  group: 'gateway.githedgehog.com',
  version: 'v1alpha1',
  plural: 'gatewaygroups',
  shortNames: ['gwgr'],
  title: 'Gateway group',
  description: 'A named set of gateways that stand in for each other.',
  managed: false,
  applyWave: 0,
  spec: gatewayGroupSpec,
  severityRules: gatewayGroupSeverity,
  example: gatewayGroupExample,
});
