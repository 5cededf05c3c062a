import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { FindingTotals } from '@cnoc/backstage-plugin-cnoc-common';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { describeError } from '../../errors/describeError';
import { useUrlSort } from '../../hooks/useUrlSort';
import { readFindingFilters } from '../../model/findingFilters';
import { plural } from '../../text/plural';
import { ExportNote } from './ExportNote';
import { FindingFilters } from './FindingFilters';
import { FindingsTable } from './FindingsTable';
import { NothingFound } from './NothingFound';
import { useExport } from './useExport';
import { MAX_SORTED, useFindingPages } from './useFindingPages';
import styles from './DriftPage.module.css';

/**
 * The findings of all fabrics: filter, sort, page, export.
 *
 * @internal
 */
export const FindingsPanel = ({ totals }: { totals?: FindingTotals }) => {
  const [params, setParams] = useSearchParams();
  const { query, filtered } = readFindingFilters(params);
  const { sort, tableSort } = useUrlSort();
  const pages = useFindingPages(query, sort);
  const { data, error, loading, updatedAt, refresh } = pages.state;
  const staleSince = useMemo(() => staleFabrics(totals), [totals]);
  const { state: exportState, start, cancel } = useExport();
  const startExport = () => start(query, staleSince);
  const blind = totals?.byFabric.some(
    f => f.state === 'unknown' || f.staleSince !== undefined,
  );
  return (
    <section className={styles.findings} aria-label="Findings">
      {error && data && (
        <StaleBand
          since={updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      <FindingFilters totals={totals} />
      <div className={styles.line}>
        <span className={styles.note} aria-live="polite">
          {data && describeCount(data, sort ? 'sorted' : 'worst first')}
        </span>
        <span className={styles.buttons}>
          {filtered && (
            <Button
              variant="tertiary"
              size="small"
              onPress={() =>
                setParams(sort ? { sort: params.get('sort') ?? '' } : {}, {
                  replace: true,
                })
              }
            >
              Clear filters
            </Button>
          )}
          <GuardedButton
            variant="secondary"
            size="small"
            iconStart={<RiDownloadLine />}
            busy={exportState.is === 'running'}
            allowed={Boolean(data && data.items.length > 0)}
            onPress={startExport}
          >
            Export CSV
          </GuardedButton>
        </span>
      </div>
      <ExportNote state={exportState} onCancel={cancel} onRetry={startExport} />
      {loading && <LoadingRows label="Loading findings" rows={8} />}
      {error && !data && (
        <ErrorPanel
          title="The findings could not be loaded"
          error={error}
          stillWorks="Your networks are not touched by this."
          onRetry={refresh}
        />
      )}
      {data && data.items.length === 0 && (
        <NothingFound filtered={filtered} blind={Boolean(blind)} />
      )}
      {data && data.items.length > 0 && (
        <FindingsTable pages={pages} sort={tableSort} staleSince={staleSince} />
      )}
    </section>
  );
};

function staleFabrics(totals: FindingTotals | undefined) {
  return new Map(
    (totals?.byFabric ?? []).flatMap(({ fabric, staleSince }) =>
      staleSince ? [[fabric, staleSince] as const] : [],
    ),
  );
}

function describeCount(
  data: { items: unknown[]; totalItems?: number; cut?: boolean },
  order: string,
): string {
  if (data.cut) {
    return `Only the worst ${MAX_SORTED.toLocaleString(
      'en',
    )} findings, ${order}; narrow the filter to sort the others too`;
  }
  return data.totalItems === undefined
    ? `Findings, ${order}`
    : `${plural(data.totalItems, 'finding')}, ${order}`;
}
