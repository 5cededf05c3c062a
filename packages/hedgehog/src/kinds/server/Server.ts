import { KubernetesObject } from '../../model/KubernetesObject';
import { defineKind } from '../defineKind';
import { serverExample } from './example';
import { referTo } from '../referTo';
import { serverSeverity } from './severity';
import { serverSpec, ServerSpec } from './shape';

/** A server as written in YAML. */
export interface Server extends KubernetesObject {
  kind: 'Server';
  spec?: ServerSpec;
}

export const server = defineKind({
  kind: 'Server',
  group: 'wiring.githedgehog.com',

  plural: 'servers',
  shortNames: ['srv'],
  title: 'Server',
  description: 'A server that is cabled to the fabric.',

  applyWave: 1,
  spec: serverSpec,
  references: spec =>
    referTo('ServerProfile', spec.profile, ['spec', 'profile']).map(
      reference => ({ ...reference, external: true }),
    ),
  facts: spec => [
    { label: 'Description', value: String(spec.description ?? '') },
  ],
  severityRules: serverSeverity,
  example: serverExample,
});
