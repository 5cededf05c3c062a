import type { ChangedBy } from '@cnoc/backstage-plugin-cnoc-common';
import type { LiveObject, LiveService } from '../live';

/** Who holds a field in the cluster, in the contract's shape. */
export function changedByOf(
  live: Pick<LiveService, 'changedBy'>,
  object: LiveObject | undefined,
  path: string,
): ChangedBy | undefined {
  const holder = object && live.changedBy(object, path);
  if (!holder) return undefined;
  return { manager: holder.manager, ...(holder.at && { at: holder.at }) };
}
