import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { externalExample } from './example';
import { externalRules } from './rules';
import { isHollow, setDefault } from '../normalizers';
import { referTo } from '../referTo';
import { externalSeverity } from './severity';
import { externalSpec, ExternalSpec } from './shape';

/** An external as written in YAML. */
export interface External extends KubernetesObject {
  kind: 'External';
  spec?: ExternalSpec;
}

export const external = defineKind({
  kind: 'External',
  group: 'vpc.githedgehog.com',

  plural: 'externals',
  shortNames: ['ext'],
  title: 'External',
  description: 'A network outside the fabric.',

  applyWave: 3,
  spec: externalSpec,
  maxNameLength: 11,
  normalize: spec => setDefault(spec, 'ipv4Namespace', 'default'),
  references: spec =>
    referTo('IPv4Namespace', spec.ipv4Namespace, ['spec', 'ipv4Namespace']),
  facts: spec => [
    { label: 'IPv4 namespace', value: String(spec.ipv4Namespace ?? '') },
    { label: 'Routing', value: isHollow(spec.static) ? 'BGP' : 'static' },
  ],
  severityRules: externalSeverity,
  rules: externalRules,
  example: externalExample,
});
