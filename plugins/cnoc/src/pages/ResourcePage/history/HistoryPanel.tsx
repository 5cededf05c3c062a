import { RiHistoryLine } from '@remixicon/react';
import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Panel } from '../../../components/Panel/Panel';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { plural } from '../../../text/plural';
import { History } from './History';
import { useResourceHistory } from './useResourceHistory';

/**
 * Intent and reality at any moment, and who caused each.
 *
 * @internal
 */
export const HistoryPanel = (props: {
  fabric: string;
  resource: ResourceDetail;
}) => {
  const { fabric, resource } = props;
  const { data, error, loading, updatedAt, refresh } = useResourceHistory(
    fabric,
    resource.kind,
    resource.name,
  );
  const count = data?.moments.length ?? 0;
  return (
    <Panel
      flush
      title="History"
      note={
        data && count > 0
          ? `${plural(count, 'moment')}${data.more ? ', the newest' : ''}`
          : undefined
      }
    >
      {loading && <LoadingRows label="Loading its history" rows={3} />}
      {error && data && (
        <StaleBand
          since={updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      {error && !data && (
        <ErrorPanel
          title="The history could not be loaded"
          error={error}
          stillWorks="What it is now stands above."
          onRetry={refresh}
        />
      )}
      {data && count === 0 && (
        <EmptyState
          icon={<RiHistoryLine size={28} aria-hidden />}
          title="No history yet"
        >
          Every change in git and in the cluster is kept here from the first
          check on, with who caused it.
        </EmptyState>
      )}
      {data && count > 0 && (
        <History fabric={fabric} resource={resource} moments={data.moments} />
      )}
    </Panel>
  );
};
