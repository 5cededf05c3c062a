import { useApi } from '@backstage/frontend-plugin-api';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { useServerState } from '../../../hooks/useServerState';
import { DraftsPanel } from './DraftsPanel';
import { FilesPanel } from './FilesPanel';
import { GitDiagnostics } from './GitDiagnostics';
import { GitFacts } from './GitFacts';
import { SyncsPanel } from './SyncsPanel';

/**
 * What did git say?
 *
 * @internal
 */
export const GitTab = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const { data, error, loading, updatedAt, refresh } = useServerState(
    fabric.name,
    signal => api.getFabricGit(fabric.name, { signal }),
    { fabric: fabric.name },
  );
  if (loading) return <LoadingRows label="Loading what git said" rows={6} />;
  if (!data) {
    return (
      <ErrorPanel
        title="What git said could not be loaded"
        error={error}
        onRetry={refresh}
      />
    );
  }
  return (
    <>
      {error && (
        <StaleBand
          since={updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      <GitFacts git={data} />
      <GitDiagnostics git={data} />
      <DraftsPanel fabric={fabric.name} />
      <SyncsPanel fabric={fabric.name} />
      <FilesPanel fabric={fabric.name} total={data.files} />
    </>
  );
};
