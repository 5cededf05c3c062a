import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/** @internal */
export const fabricTabs = [
  'overview',
  'resources',
  'drift',
  'switches',
  'deployments',
  'git',
  'activity',
  'settings',
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
      changes: (fabric: string) => `${fabricBase(fabric)}/changes`,
      import: (fabric: string) => `${fabricBase(fabric)}/import`,
      newResource: (fabric: string, kind?: string) =>
        `${fabricBase(fabric)}/edit${
          kind ? `/${encodeURIComponent(kind)}` : ''
        }`,
      edit: (fabric: string, kind: string, name: string) =>
        `${fabricBase(fabric)}/edit/${encodeURIComponent(
          kind,
        )}/${encodeURIComponent(name)}`,
      deployment: (fabric: string, id: string) =>
        `${fabricBase(fabric)}/deployments/${encodeURIComponent(id)}`,
      resource: (fabric: string, kind: string, name: string) =>
        `${fabricBase(fabric)}/${encodeURIComponent(kind)}/${encodeURIComponent(
          name,
        )}`,
      drift: () => `${base}/drift`,
      newFabric: () => `${base}/new-fabric`,
      switchOf: (fabric: string, name: string) =>
        `${fabricBase(fabric)}/switches?${new URLSearchParams({
          switch: name,
        })}`,
      clusters: () => `${base}/clusters`,
      cluster: (name: string) => `${base}/clusters/${encodeURIComponent(name)}`,
      repositories: () => `${base}/repositories`,
      repository: (name: string) =>
        `${base}/repositories/${encodeURIComponent(name)}`,
      credentials: () => `${base}/credentials`,
      credential: (name: string) =>
        `${base}/credentials?${new URLSearchParams({ credential: name })}`,
    };
  }, [base]);
}
