import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  FabricFinding,
  FabricFindingQuery,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { useServerState, type ServerState } from '../../hooks/useServerState';
import type { Sort } from '../../hooks/useUrlSort';
import { sortRows } from '../../model/sortRows';
import { walkPages } from '../../model/walkPages';
import { findingSorts } from './findingSorts';

const PAGE_SIZE = 50;

/** Most findings that are fetched to be sorted otherwise than worst first, which is how the engine gives them. */
export const MAX_SORTED = 2000;

type Answer = {
  items: FabricFinding[];
  totalItems?: number;
  nextCursor?: string;
  /** Sorted are only the worst ones */
  cut?: boolean;
};

/** @internal */
export type FindingPages = {
  state: ServerState<Answer>;
  /** The findings of this page */
  shown: FabricFinding[];
  page: {
    size: number;
    offset: number;
    total?: number;
    onNext?: () => void;
    onPrevious?: () => void;
  };
};

/**
 * Findings page by page: in the engine's order a page is one small request; sorted by a column, the worst few thousand are
 * fetched and sorted here.
 *
 * @internal
 */
export function useFindingPages(
  query: FabricFindingQuery,
  sort: Sort | undefined,
): FindingPages {
  const api = useApi(cnocApiRef);
  const sorted = sort !== undefined && Object.hasOwn(findingSorts, sort.column);
  const filter = JSON.stringify([query, sort]);
  // Where the pages before this one ended; another filter or order starts over.
  const [way, setWay] = useState<{ filter: string; cursors: string[] }>({
    filter,
    cursors: [],
  });
  const cursors = way.filter === filter ? way.cursors : [];
  const cursor = cursors[cursors.length - 1];

  const state = useServerState<Answer>(
    sorted ? JSON.stringify([query, 'sorted']) : `${filter}${cursor ?? ''}`,
    async signal => {
      if (!sorted) {
        return api.listAllFindings(
          { ...query, limit: PAGE_SIZE, cursor },
          { signal },
        );
      }
      const { items, more } = await walkPages(
        page => api.listAllFindings({ ...query, ...page }, { signal }),
        MAX_SORTED,
      );
      return { items, totalItems: items.length, cut: more };
    },
    { fabric: '*', keepPrevious: true },
  );

  const items = state.data?.items ?? [];
  const offset = cursors.length * PAGE_SIZE;
  const shown = sorted
    ? sortRows(items, sort, findingSorts).slice(offset, offset + PAGE_SIZE)
    : items;
  const next = sorted
    ? items.length > offset + PAGE_SIZE && 'sorted'
    : state.data?.nextCursor;
  return {
    state,
    shown,
    page: {
      size: PAGE_SIZE,
      offset,
      total: state.data?.totalItems,
      onNext:
        next && !state.isPrevious
          ? () => setWay({ filter, cursors: [...cursors, next] })
          : undefined,
      onPrevious:
        cursors.length > 0
          ? () => setWay({ filter, cursors: cursors.slice(0, -1) })
          : undefined,
    },
  };
}
