import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { switchExample } from './example';
import { switchRules } from './rules';
import { switchFacts } from './facts';
import { isSwitchUnhydrated } from './isUnhydrated';
import { normalizeSwitch } from './normalize';
import { switchReferences } from './references';
import { switchKindSeverity } from './severity';
import { switchSpec, SwitchSpec } from './shape';

/** A switch as written in YAML. */
export interface Switch extends KubernetesObject {
  kind: 'Switch';
  spec?: SwitchSpec;
}

export const switchKind = defineKind({
  kind: 'Switch',
  group: 'wiring.githedgehog.com',

  plural: 'switches',
  shortNames: ['sw'],
  title: 'Switch',
  description: 'A switch of the fabric.',

  applyWave: 1,
  spec: switchSpec,
  normalize: normalizeSwitch,
  references: switchReferences,
  facts: switchFacts,
  hydrated: ['spec.asn', 'spec.ip', 'spec.protocolIP', 'spec.vtepIP'],
  isUnhydrated: isSwitchUnhydrated,
  severityRules: switchKindSeverity,
  rules: switchRules,
  example: switchExample,
});
