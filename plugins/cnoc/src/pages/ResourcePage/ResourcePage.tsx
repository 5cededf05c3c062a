import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Header } from '@backstage/ui';
import { cnocApiRef } from '../../api/cnocApiRef';
import { CnocRoot } from '../../components/CnocRoot/CnocRoot';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { PageBody } from '../../components/PageBody/PageBody';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { describeError } from '../../errors/describeError';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useServerState } from '../../hooks/useServerState';
import { FabricCrumbs } from '../FabricPage/FabricCrumbs';
import { EditAction } from './EditAction';
import { ResourceContent } from './ResourceContent';

/**
 * What is it, is it as intended, what hangs on it?
 *
 * @internal
 */
export const ResourcePage = () => {
  const { fabric = '', kind = '', name = '' } = useParams();
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const { data, error, loading, updatedAt, refresh } = useServerState(
    JSON.stringify([fabric, kind, name]),
    signal => api.getResource(fabric, kind, name, { signal }),
    { fabric },
  );
  return (
    <FabricCrumbs
      fabric={fabric}
      page={{
        label: `${kind} ${name}`,
        href: links.resource(fabric, kind, name),
      }}
    >
      <CnocRoot>
        <Header
          title={name}
          tags={[{ label: kind }]}
          customActions={
            data && <EditAction fabric={fabric} kind={kind} name={name} />
          }
        />
      </CnocRoot>
      <PageBody>
        {loading && (
          <>
            <LoadingTiles label={`Loading ${kind} ${name}`} tiles={3} />
            <LoadingRows label="Loading its YAML" rows={6} />
          </>
        )}
        {error && !data && (
          <ErrorPanel
            title={`${kind} ${name} could not be loaded`}
            error={error}
            onRetry={refresh}
          />
        )}
        {error && data && (
          <StaleBand
            since={updatedAt ?? new Date()}
            cause={`the portal could not be asked again. ${
              describeError(error).reason
            }`}
          />
        )}
        {data?.staleSince && (
          <StaleBand
            since={data.staleSince}
            cause="the cluster does not answer. What git has is current; everything live is from then."
          />
        )}
        {data && <ResourceContent fabric={fabric} resource={data} />}
      </PageBody>
    </FabricCrumbs>
  );
};
