import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { externalAttachmentExample } from './example';
import { externalAttachmentRules } from './rules';
import { referTo } from '../referTo';
import { normalizeExternalAttachment } from './normalize';
import { externalAttachmentSeverity } from './severity';
import { externalAttachmentSpec, ExternalAttachmentSpec } from './shape';

/** An external attachment as written in YAML. */
export interface ExternalAttachment extends KubernetesObject {
  kind: 'ExternalAttachment';
  spec?: ExternalAttachmentSpec;
}

export const externalAttachment = defineKind({
  kind: 'ExternalAttachment',
  group: 'vpc.githedgehog.com',

  plural: 'externalattachments',
  shortNames: ['extattach'],
  title: 'External attachment',
  description: 'Joins an external to a switch port.',

  applyWave: 4,
  spec: externalAttachmentSpec,
  normalize: normalizeExternalAttachment,
  references: spec => [
    ...referTo('External', spec.external, ['spec', 'external']),
    ...referTo('Connection', spec.connection, ['spec', 'connection']),
  ],
  facts: spec => [
    { label: 'External', value: String(spec.external ?? '') },
    { label: 'Connection', value: String(spec.connection ?? '') },
  ],
  severityRules: externalAttachmentSeverity,
  rules: externalAttachmentRules,
  example: externalAttachmentExample,
});
