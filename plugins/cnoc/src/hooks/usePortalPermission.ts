import { usePermission } from '@backstage/plugin-permission-react';
import type { cnocRepositoryReadPermission } from '@cnoc/backstage-plugin-cnoc-common';

/**
 * Whether the person may do something that belongs to no fabric, and when not, why and who may.
 *
 * @internal
 */
export function usePortalPermission(
  permission: typeof cnocRepositoryReadPermission,
): { allowed: boolean; whyNot?: string } {
  const { allowed, loading } = usePermission({ permission });
  if (allowed || loading) return { allowed };
  return {
    allowed: false,
    whyNot: `Needs the permission ${permission.name}, which the portal’s administrators can have given to you.`,
  };
}
