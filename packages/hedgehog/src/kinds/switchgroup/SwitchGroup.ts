import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { switchGroupExample } from './example';
import { switchGroupSeverity } from './severity';
import { switchGroupSpec, SwitchGroupSpec } from './shape';

/** A switch group as written in YAML. */
export interface SwitchGroup extends KubernetesObject {
  kind: 'SwitchGroup';
  spec?: SwitchGroupSpec;
}

export const switchGroup = defineKind({
  kind: 'SwitchGroup',
  group: 'wiring.githedgehog.com',

  plural: 'switchgroups',
  shortNames: ['sg'],
  title: 'Switch group',
  description: 'A named set of switches, such as a redundancy group.',

  applyWave: 0,
  spec: switchGroupSpec,
  // The one kind without a webhook: its labels stay as written.
  recomputed: { labels: [], annotations: [] },
  severityRules: switchGroupSeverity,
  example: switchGroupExample,
});
