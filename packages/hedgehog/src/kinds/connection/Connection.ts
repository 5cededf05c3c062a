import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { connectionExample } from './example';
import { connectionRules } from './rules';
import { connectionFacts } from './facts';
import { isConnectionUnhydrated } from './isUnhydrated';
import { connectionReferences } from './references';
import { connectionSeverity } from './severity';
import { connectionSpec, ConnectionSpec } from './shape';

/** A connection as written in YAML. */
export interface Connection extends KubernetesObject {
  kind: 'Connection';
  spec?: ConnectionSpec;
}

export const connection = defineKind({
  kind: 'Connection',
  group: 'wiring.githedgehog.com',

  plural: 'connections',
  shortNames: ['conn'],
  title: 'Connection',
  description: 'Cabling between devices of the fabric.',

  applyWave: 3,
  spec: connectionSpec,
  recomputed: {
    labels: ['fabric.githedgehog.com/'],
    annotations: ['fabric.githedgehog.com/'],
  },
  references: connectionReferences,
  facts: connectionFacts,
  hydrated: [
    'spec.fabric.links.*.*.ip',
    'spec.mesh.links.*.*.ip',
    'spec.gateway.links.*.*.ip',
  ],
  isUnhydrated: isConnectionUnhydrated,
  severityRules: connectionSeverity,
  rules: connectionRules,
  example: connectionExample,
});
