import type { ResourceRef } from '@cnoc/backstage-plugin-cnoc-common';

/** Most resources that the engine takes in one request. */
const MAX_RESOURCES = 1000;

/**
 * What a plan is limited to; travels in the history entry, so that it survives a reload. Absent = everything that differs.
 *
 * @internal
 */
export type PlanScope = { resources?: ResourceRef[] };

/**
 * Reads a history entry's state, which an older version of the page may have written.
 *
 * @internal
 */
export function readPlanScope(state: unknown): PlanScope {
  const resources = (state as PlanScope | null)?.resources;
  if (!Array.isArray(resources)) return {};
  const valid = resources.filter(
    r => typeof r?.kind === 'string' && typeof r?.name === 'string',
  );
  return valid.length > 0 ? { resources: valid.slice(0, MAX_RESOURCES) } : {};
}
