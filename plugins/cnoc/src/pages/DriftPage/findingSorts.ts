import type { FabricFinding } from '@cnoc/backstage-plugin-cnoc-common';
import { severities } from '../../model/groupFindings';
import { refName } from '../../text/refName';

/**
 * What the columns of the table sort by.
 *
 * @internal
 */
export const findingSorts: Record<
  string,
  (finding: FabricFinding) => string | number | undefined
> = {
  severity: f => severities.indexOf(f.severity),
  fabric: f => f.fabric,
  resource: f => `${f.kind} ${f.name}`,
  reason: f => f.reason,
  since: f => f.firstSeen,
  who: f => f.changedBy && refName(f.changedBy.by ?? f.changedBy.manager),
  status: f => f.status,
};
