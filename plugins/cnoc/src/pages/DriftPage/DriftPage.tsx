import { useApi } from '@backstage/frontend-plugin-api';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { PageBody } from '../../components/PageBody/PageBody';
import { SectionHeader } from '../../components/SectionHeader/SectionHeader';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { describeError } from '../../errors/describeError';
import { useServerState } from '../../hooks/useServerState';
import { DriftTotals } from './DriftTotals';
import { FindingsPanel } from './FindingsPanel';

/**
 * Where do my networks differ from git, and how bad?
 *
 * @internal
 */
export const DriftPage = () => {
  const api = useApi(cnocApiRef);
  const { data, error, loading, updatedAt, refresh } = useServerState(
    'totals',
    signal => api.getFindingTotals({ signal }),
    { fabric: '*' },
  );
  return (
    <>
      <SectionHeader section="drift" />
      <PageBody>
        {loading && <LoadingTiles label="Loading totals" />}
        {error && data && (
          <StaleBand
            since={updatedAt ?? new Date()}
            cause={`the totals could not be counted again. ${
              describeError(error).reason
            }`}
          />
        )}
        {error && !data && (
          <ErrorPanel
            title="The totals could not be loaded"
            error={error}
            onRetry={refresh}
          />
        )}
        {data && <DriftTotals totals={data} />}
        <FindingsPanel totals={data} />
      </PageBody>
    </>
  );
};
