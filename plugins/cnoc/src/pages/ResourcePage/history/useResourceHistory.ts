import { useApi } from '@backstage/frontend-plugin-api';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { useServerState } from '../../../hooks/useServerState';
import { inOrder } from '../../../model/resourceHistory';
import { walkPages } from '../../../model/walkPages';

/** The engine keeps 50 moments of each side. */
const MAX_MOMENTS = 100;
/** The past changes only with a signal; this is for signals that got lost. */
const POLL_MS = 120_000;

/**
 * What a resource was in git and in the cluster over time, oldest first.
 *
 * @internal
 */
export function useResourceHistory(fabric: string, kind: string, name: string) {
  const api = useApi(cnocApiRef);
  return useServerState(
    JSON.stringify([fabric, kind, name]),
    async signal => {
      const { items, more } = await walkPages(
        page => api.getResourceHistory(fabric, kind, name, page, { signal }),
        MAX_MOMENTS,
      );
      return { moments: inOrder(items), more };
    },
    { fabric, pollMs: POLL_MS },
  );
}
