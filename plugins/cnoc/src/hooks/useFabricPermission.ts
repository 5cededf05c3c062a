import type { cnocFabricReadPermission } from '@cnoc/backstage-plugin-cnoc-common';
import { usePermission } from '@backstage/plugin-permission-react';

/**
 * Whether the person may do something with a fabric, and when not, why and who may.
 *
 * @internal
 */
export function useFabricPermission(
  permission: typeof cnocFabricReadPermission,
  fabric: string,
): { allowed: boolean; whyNot?: string } {
  const { allowed, loading } = usePermission({
    permission,
    resourceRef: fabric,
  });
  if (allowed || loading) return { allowed };
  return {
    allowed: false,
    whyNot: `Needs the permission ${permission.name}, which the fabric's owners can have given to you.`,
  };
}
