import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Finding,
  FindingStatus,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { useServerState } from '../../../hooks/useServerState';

/** Most findings of one status that the tab shows. */
const MAX_FINDINGS = 500;

/**
 * A fabric's open findings and those of the other statuses asked for, worst first.
 *
 * @internal
 */
export function useDriftFindings(
  fabric: string,
  also: readonly FindingStatus[],
) {
  const api = useApi(cnocApiRef);
  return useServerState(
    `${fabric} ${also}`,
    async signal => {
      const statuses: FindingStatus[] = ['open', ...also];
      const pages = await Promise.all(
        statuses.map(status =>
          api.listFindings(fabric, { status, limit: MAX_FINDINGS }, { signal }),
        ),
      );
      // A finding that changed between the requests is in two answers.
      const items = new Map<string, Finding>(
        pages.flatMap(page => page.items.map(f => [f.id, f] as const)),
      );
      return {
        items: [...items.values()],
        totalItems: pages.reduce((sum, page) => sum + page.totalItems, 0),
      };
    },
    { fabric, keepPrevious: true },
  );
}
