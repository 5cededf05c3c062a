import type {
  ResourceState,
  Severity,
} from '@cnoc/backstage-plugin-cnoc-common';

/** @internal */
export const resourceStates: readonly ResourceState[] = [
  'drifted',
  'committed',
  'orphaned',
  'pending',
  'unknown',
  'draft',
  'synced',
];

const severities: readonly Severity[] = ['critical', 'warning', 'info'];

/**
 * The state that an address asks for; undefined when there is no such state.
 *
 * @internal
 */
export const stateOf = (value: string): ResourceState | undefined =>
  resourceStates.find(state => state === value);

/** @internal */
export const severityOf = (value: string): Severity | undefined =>
  severities.find(severity => severity === value);
