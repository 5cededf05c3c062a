import { KubernetesObject } from '../../model/KubernetesObject';
import { textsOf } from '../../model/json';
import { defineKind } from '../defineKind';
import { ipv4NamespaceExample } from './example';
import { ipv4NamespaceRules } from './rules';
import { sortTexts } from '../normalizers';
import { ipv4NamespaceSeverity } from './severity';
import { ipv4NamespaceSpec, IPv4NamespaceSpec } from './shape';

/** An IPv4 namespace as written in YAML. */
export interface IPv4Namespace extends KubernetesObject {
  kind: 'IPv4Namespace';
  spec?: IPv4NamespaceSpec;
}

export const ipv4Namespace = defineKind({
  kind: 'IPv4Namespace',
  group: 'vpc.githedgehog.com',

  plural: 'ipv4namespaces',
  shortNames: ['ipns'],
  title: 'IPv4 namespace',
  description: 'Address space that VPC subnets are taken from.',

  applyWave: 0,
  spec: ipv4NamespaceSpec,
  maxNameLength: 11,
  normalize: spec => sortTexts(spec, 'subnets'),
  facts: spec => [
    { label: 'Subnets', value: textsOf(spec.subnets).join(', ') },
  ],
  severityRules: ipv4NamespaceSeverity,
  rules: ipv4NamespaceRules,
  example: ipv4NamespaceExample,
});
