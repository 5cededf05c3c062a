import type { Finding, ResourceRef } from '@cnoc/backstage-plugin-cnoc-common';

/**
 * Only a difference between git and the cluster can be planned away.
 *
 * @internal
 */
export const isPlannable = (finding: Finding): boolean =>
  finding.type === 'drift';

/**
 * The resources of findings, each once.
 *
 * @internal
 */
export function resourcesOf(findings: readonly Finding[]): ResourceRef[] {
  return [
    ...new Map(
      findings.map(({ kind, name }) => [`${kind}/${name}`, { kind, name }]),
    ).values(),
  ];
}
