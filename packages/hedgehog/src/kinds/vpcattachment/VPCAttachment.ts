import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { vpcAttachmentExample } from './example';
import { vpcAttachmentRules } from './rules';
import { normalizeVPCAttachment } from './normalize';
import { vpcAttachmentReferences } from './references';
import { vpcAttachmentSeverity } from './severity';
import { vpcAttachmentSpec, VPCAttachmentSpec } from './shape';

/** A VPC attachment as written in YAML. */
export interface VPCAttachment extends KubernetesObject {
  kind: 'VPCAttachment';
  spec?: VPCAttachmentSpec;
}

export const vpcAttachment = defineKind({
  kind: 'VPCAttachment',
  group: 'vpc.githedgehog.com',

  plural: 'vpcattachments',
  shortNames: ['vpcattach'],
  title: 'VPC attachment',
  description: 'Puts a server connection into a subnet of a VPC.',

  applyWave: 4,
  spec: vpcAttachmentSpec,
  normalize: normalizeVPCAttachment,
  references: vpcAttachmentReferences,
  facts: spec => [
    { label: 'Subnet', value: String(spec.subnet ?? '') },
    { label: 'Connection', value: String(spec.connection ?? '') },
  ],
  severityRules: vpcAttachmentSeverity,
  rules: vpcAttachmentRules,
  example: vpcAttachmentExample,
});
