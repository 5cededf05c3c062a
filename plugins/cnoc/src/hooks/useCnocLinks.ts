import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/** @internal */
export const fabricTabs = [
  'overview',
  'resources',
  'drift',
  'deployments',
  'activity',
] as const;

/** @internal */
export type FabricTab = (typeof fabricTabs)[number];

/**
 * Addresses of the plugin's pages, wherever the portal mounted them.
 *
 * @internal
 */
export function useCnocLinks() {
  const root = useRouteRef(rootRouteRef);
  const base = (root?.() ?? '/cnoc').replace(/\/$/, '');
  return useMemo(() => {
    const fabricBase = (fabric: string) =>
      `${base}/fabrics/${encodeURIComponent(fabric)}`;
    return {
      fabrics: () => base || '/',
      fabric: (fabric: string, tab: FabricTab = 'overview') =>
        tab === 'overview'
          ? fabricBase(fabric)
          : `${fabricBase(fabric)}/${tab}`,
      resources: (fabric: string, filter: Record<string, string>) =>
        `${fabricBase(fabric)}/resources?${new URLSearchParams(filter)}`,
      plan: (fabric: string) => `${fabricBase(fabric)}/plan`,
      deployment: (fabric: string, id: string) =>
        `${fabricBase(fabric)}/deployments/${encodeURIComponent(id)}`,
      resource: (fabric: string, kind: string, name: string) =>
        `${fabricBase(fabric)}/${encodeURIComponent(kind)}/${encodeURIComponent(
          name,
        )}`,
    };
  }, [base]);
}
