import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { vlanNamespaceExample } from './example';
import { vlanNamespaceRules } from './rules';
import { itemsOf } from '../normalizers';
import { normalizeVLANNamespace } from './normalize';
import { vlanNamespaceSeverity } from './severity';
import { vlanNamespaceSpec, VLANNamespaceSpec } from './shape';

/** A VLAN namespace as written in YAML. */
export interface VLANNamespace extends KubernetesObject {
  kind: 'VLANNamespace';
  spec?: VLANNamespaceSpec;
}

export const vlanNamespace = defineKind({
  kind: 'VLANNamespace',
  group: 'wiring.githedgehog.com',

  plural: 'vlannamespaces',
  shortNames: ['vlanns'],
  title: 'VLAN namespace',
  description: 'VLANs that VPC subnets are taken from.',

  applyWave: 0,
  spec: vlanNamespaceSpec,
  normalize: normalizeVLANNamespace,
  facts: spec => [
    {
      label: 'VLANs',
      value: itemsOf(spec.ranges)
        .map(([, { from, to }]) =>
          to === undefined || to === from ? `${from}` : `${from}–${to}`,
        )
        .join(', '),
    },
  ],
  severityRules: vlanNamespaceSeverity,
  rules: vlanNamespaceRules,
  example: vlanNamespaceExample,
});
