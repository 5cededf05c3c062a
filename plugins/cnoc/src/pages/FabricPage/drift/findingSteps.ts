import type { Finding, ResourceRef } from '@cnoc/backstage-plugin-cnoc-common';

/** @internal */
export type Step = 'acknowledged' | 'suppressed' | 'open';

/**
 * Only a difference between git and the cluster can be planned away.
 *
 * @internal
 */
export const isPlannable = (finding: Finding): boolean =>
  finding.type === 'drift' && finding.status !== 'resolved';

/**
 * What the cluster has otherwise than git, or what only it has, can be brought into git.
 *
 * @internal
 */
export const isAcceptable = (finding: Finding): boolean =>
  isPlannable(finding) && finding.state !== 'committed';

const from: Record<Step, readonly Finding['status'][]> = {
  acknowledged: ['open'],
  // Suppressing again gives a new reason and end.
  suppressed: ['open', 'acknowledged', 'suppressed'],
  open: ['acknowledged', 'suppressed'],
};

/**
 * Whether a finding's life can go on with a step. What is resolved is over.
 *
 * @internal
 */
export const canTake = (finding: Finding, step: Step): boolean =>
  from[step].includes(finding.status);

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
