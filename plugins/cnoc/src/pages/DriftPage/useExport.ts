import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FabricFindingQuery } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { findingCsv } from '../../model/findingCsv';
import { walkPages } from '../../model/walkPages';
import { saveFile } from '../../text/saveFile';

/** Most findings of one file. */
const MAX_EXPORTED = 5000;

/** @internal */
export type ExportState =
  | { is: 'idle' }
  | { is: 'running'; done: number; total?: number }
  | { is: 'done'; exported: number; total?: number; more: boolean }
  | { is: 'failed'; done: number; error: unknown };

/**
 * Writes the findings that a filter finds into a CSV file, page after page. A file is saved only when it is whole.
 *
 * @internal
 */
export function useExport() {
  const api = useApi(cnocApiRef);
  const [state, setState] = useState<ExportState>({ is: 'idle' });
  const running = useRef<AbortController>();
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState({ is: 'idle' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    async (
      query: FabricFindingQuery,
      staleSince: ReadonlyMap<string, string>,
    ) => {
      if (running.current) return;
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      let done = 0;
      setState({ is: 'running', done });
      try {
        const { items, total, more } = await walkPages(
          page => api.listAllFindings({ ...query, ...page }, { signal }),
          MAX_EXPORTED,
          walk => {
            done = walk.items.length;
            if (!signal.aborted) {
              setState({ is: 'running', done, total: walk.total });
            }
          },
        );
        if (signal.aborted) return;
        const day = new Date().toISOString().slice(0, 10);
        saveFile(
          `findings-${day}${more ? `-first-${items.length}` : ''}.csv`,
          'text/csv;charset=utf-8',
          findingCsv(items, staleSince),
        );
        setState({ is: 'done', exported: items.length, total, more });
      } catch (error) {
        if (!signal.aborted) setState({ is: 'failed', done, error });
      } finally {
        if (running.current === controller) running.current = undefined;
      }
    },
    [api],
  );
  return { state, start, cancel };
}
