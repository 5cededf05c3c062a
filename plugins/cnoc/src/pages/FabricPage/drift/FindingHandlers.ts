import type { Difference, Finding } from '@cnoc/backstage-plugin-cnoc-common';

type Act = (findings: readonly Finding[]) => void;

/**
 * What the tab does with findings, one or a selection.
 *
 * @internal
 */
export type FindingHandlers = {
  may: { plan: boolean; accept: boolean; triage: boolean };
  onDeploy: Act;
  onAccept: Act;
  onAcknowledge: Act;
  onSuppress: Act;
  onReopen: Act;
  onIgnore: (finding: Finding, difference: Difference) => void;
};
