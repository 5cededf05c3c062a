import { KubernetesObject } from '../../model/KubernetesObject';
import { at } from '../../model/json';
import { defineKind } from '../defineKind';
import { externalPeeringExample } from './example';
import { externalPeeringRules } from './rules';
import { referTo } from '../referTo';
import { normalizeExternalPeering } from './normalize';
import { externalPeeringSeverity } from './severity';
import { externalPeeringSpec, ExternalPeeringSpec } from './shape';

/** An external peering as written in YAML. */
export interface ExternalPeering extends KubernetesObject {
  kind: 'ExternalPeering';
  spec?: ExternalPeeringSpec;
}

export const externalPeering = defineKind({
  kind: 'ExternalPeering',
  group: 'vpc.githedgehog.com',

  plural: 'externalpeerings',
  shortNames: ['extpeering', 'extpeer'],
  title: 'External peering',
  description: 'Lets a VPC reach an external.',

  applyWave: 5,
  spec: externalPeeringSpec,
  normalize: normalizeExternalPeering,
  references: spec => [
    ...referTo('VPC', at(spec, 'permit', 'vpc', 'name'), [
      'spec',
      'permit',
      'vpc',
      'name',
    ]),
    ...referTo('External', at(spec, 'permit', 'external', 'name'), [
      'spec',
      'permit',
      'external',
      'name',
    ]),
  ],
  facts: spec => [
    { label: 'VPC', value: String(at(spec, 'permit', 'vpc', 'name') ?? '') },
    {
      label: 'External',
      value: String(at(spec, 'permit', 'external', 'name') ?? ''),
    },
  ],
  severityRules: externalPeeringSeverity,
  rules: externalPeeringRules,
  example: externalPeeringExample,
});
