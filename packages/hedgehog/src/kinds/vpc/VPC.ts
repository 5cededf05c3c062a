import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { vpcExample } from './example';
import { vpcRules } from './rules';
import { vpcFacts } from './facts';
import { normalizeVPC } from './normalize';
import { vpcReferences } from './references';
import { tidyVPC } from './tidy';
import { vpcSeverity } from './severity';
import { vpcSpec, VPCSpec } from './shape';

/** A VPC as written in YAML. */
export interface VPC extends KubernetesObject {
  kind: 'VPC';
  spec?: VPCSpec;
}

export const vpc = defineKind({
  kind: 'VPC',
  group: 'vpc.githedgehog.com',

  plural: 'vpcs',
  shortNames: [],
  title: 'VPC',
  description:
    'An isolated network for servers: one or more subnets, each with a VLAN.',

  applyWave: 2,
  spec: vpcSpec,
  maxNameLength: 11,
  normalize: normalizeVPC,
  tidy: tidyVPC,
  references: vpcReferences,
  facts: vpcFacts,
  severityRules: vpcSeverity,
  rules: vpcRules,
  example: vpcExample,
});
