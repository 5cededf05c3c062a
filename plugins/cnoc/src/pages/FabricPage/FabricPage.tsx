import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { PageBody } from '../../components/PageBody/PageBody';
import { StatusFacts } from '../../components/StatusFacts/StatusFacts';
import { fabricTabs, type FabricTab } from '../../hooks/useCnocLinks';
import { useServerState } from '../../hooks/useServerState';
import { NotFoundPage } from '../NotFoundPage/NotFoundPage';
import { FabricCrumbs } from './FabricCrumbs';
import { FabricHeader } from './FabricHeader';
import { FabricStaleBand } from './FabricStaleBand';
import { TabContent } from './TabContent';

/**
 * One fabric: header with the four facts and the next action, and a tab for each question.
 *
 * @internal
 */
export const FabricPage = () => {
  const { fabric: name = '', tab = 'overview' } = useParams();
  const api = useApi(cnocApiRef);
  const state = useServerState(
    name,
    signal => api.getFabric(name, { signal }),
    { fabric: name },
  );
  if (!fabricTabs.includes(tab as FabricTab)) return <NotFoundPage />;
  const { data: fabric } = state;
  return (
    <FabricCrumbs fabric={name}>
      {fabric && (
        <FabricHeader
          fabric={fabric}
          tab={tab as FabricTab}
          onChanged={state.refresh}
        />
      )}
      <PageBody>
        {state.loading && (
          <>
            <LoadingTiles label={`Loading ${name}`} />
            <LoadingRows label="Loading the fabric’s page" />
          </>
        )}
        {state.error && !fabric && (
          <ErrorPanel
            title={`The fabric ${name} could not be loaded`}
            error={state.error}
            stillWorks="The other fabrics are not touched by this."
            onRetry={state.refresh}
          />
        )}
        {fabric && (
          <>
            <FabricStaleBand
              fabric={fabric}
              error={state.error}
              updatedAt={state.updatedAt}
            />
            <StatusFacts status={fabric.status} />
            <TabContent tab={tab as FabricTab} fabric={fabric} />
          </>
        )}
      </PageBody>
    </FabricCrumbs>
  );
};
