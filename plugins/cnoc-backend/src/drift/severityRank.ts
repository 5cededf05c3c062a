import type { ResourceState, Severity } from '@cnoc/hedgehog';

const SEVERITIES: Severity[] = ['critical', 'warning', 'info'];
const STATES: ResourceState[] = [
  'drifted',
  'committed',
  'orphaned',
  'unknown',
  'pending',
  'draft',
  'synced',
];

/** 0 = worst. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Sort key "what needs a person first": by severity, then by state; smaller = worse. */
export function needOf(state: ResourceState, severity?: Severity): number {
  const rank = severity ? severityRank(severity) : SEVERITIES.length;
  return rank * STATES.length + STATES.indexOf(state);
}
