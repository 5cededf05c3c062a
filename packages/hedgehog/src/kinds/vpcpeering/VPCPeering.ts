import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { vpcPeeringExample } from './example';
import { vpcPeeringRules } from './rules';
import { vpcPeeringReferences } from './references';
import { vpcPeeringSeverity } from './severity';
import { vpcPeeringSpec, VPCPeeringSpec } from './shape';

/** A VPC peering as written in YAML. */
export interface VPCPeering extends KubernetesObject {
  kind: 'VPCPeering';
  spec?: VPCPeeringSpec;
}

export const vpcPeering = defineKind({
  kind: 'VPCPeering',
  group: 'vpc.githedgehog.com',

  plural: 'vpcpeerings',
  shortNames: ['vpcpeer'],
  title: 'VPC peering',
  description: 'Lets two VPCs reach each other.',

  applyWave: 4,
  spec: vpcPeeringSpec,
  references: vpcPeeringReferences,
  facts: spec => [
    {
      label: 'VPCs',
      value: vpcPeeringReferences(spec)
        .map(vpc => vpc.name)
        .join(', '),
    },
  ],
  severityRules: vpcPeeringSeverity,
  rules: vpcPeeringRules,
  example: vpcPeeringExample,
});
