import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { RiSearchLine, RiStackLine } from '@remixicon/react';
import type { Fabric, ResourceQuery } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Panel } from '../../../components/Panel/Panel';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { useServerState } from '../../../hooks/useServerState';
import { useUrlState } from '../../../hooks/useUrlState';
import { plural } from '../../../text/plural';
import { KindList } from './KindList';
import { ResourceFilters } from './ResourceFilters';
import { ResourcesTable } from './ResourcesTable';
import { severityOf, stateOf } from './readFilter';
import styles from './ResourcesTab.module.css';

/** Rows of a page: few enough to draw at once, whatever the size of the fabric. */
const PAGE_SIZE = 50;

/**
 * What is in it?
 *
 * @internal
 */
export const ResourcesTab = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const [kind, setKind] = useUrlState('kind');
  const [state] = useUrlState('state');
  const [severity] = useUrlState('severity');
  const [text] = useUrlState('text');
  const query: ResourceQuery = {
    kind: kind || undefined,
    state: stateOf(state),
    severity: severityOf(severity),
    text: text || undefined,
    sort: 'need',
    limit: PAGE_SIZE,
  };
  const filter = JSON.stringify([fabric.name, query]);

  // Cursors of the pages before and of this one; a new filter starts over.
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  useEffect(() => setCursors([undefined]), [filter]);
  const cursor = cursors[cursors.length - 1];

  const { data, error, loading, isPrevious, updatedAt, refresh } =
    useServerState(
      `${filter}${cursor ?? ''}`,
      signal =>
        api.listResources(fabric.name, { ...query, cursor }, { signal }),
      { fabric: fabric.name, keepPrevious: true },
    );

  const filtered = Boolean(kind || state || severity || text);
  return (
    <div className={styles.layout}>
      <KindList kinds={data?.kinds} selected={kind} onSelect={setKind} />
      <div className={styles.main}>
        <ResourceFilters />
        {error && data && (
          <StaleBand
            since={updatedAt ?? new Date()}
            cause={describeError(error).reason}
          />
        )}
        <Panel
          flush
          title={kind || 'All kinds'}
          note={data && plural(data.totalItems, 'resource')}
        >
          {loading && <LoadingRows label="Loading resources" rows={8} />}
          {error && !data && (
            <ErrorPanel
              title="The resources could not be loaded"
              error={error}
              onRetry={refresh}
            />
          )}
          {data && data.items.length === 0 && (
            <EmptyState
              icon={
                filtered ? (
                  <RiSearchLine size={28} aria-hidden />
                ) : (
                  <RiStackLine size={28} aria-hidden />
                )
              }
              title={
                filtered ? 'No resource matches the filter' : 'No resources yet'
              }
            >
              {!filtered &&
                `They appear when ${fabric.repository.path} was read from git or the cluster was listed.`}
            </EmptyState>
          )}
          {data && data.items.length > 0 && (
            <ResourcesTable
              fabric={fabric.name}
              kind={kind || undefined}
              resources={data.items}
              isStale={isPrevious}
              staleSince={fabric.status.connection.staleSince}
              page={{
                size: PAGE_SIZE,
                offset: (cursors.length - 1) * PAGE_SIZE,
                total: data.totalItems,
                onNext:
                  data.nextCursor && !isPrevious
                    ? () => setCursors([...cursors, data.nextCursor])
                    : undefined,
                onPrevious:
                  cursors.length > 1
                    ? () => setCursors(cursors.slice(0, -1))
                    : undefined,
              }}
            />
          )}
        </Panel>
      </div>
    </div>
  );
};
