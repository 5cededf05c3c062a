import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { BreadcrumbEntry, useApi } from '@backstage/frontend-plugin-api';
import type { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { PageBody } from '../../components/PageBody/PageBody';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { describeError } from '../../errors/describeError';
import { useAction } from '../../hooks/useAction';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useServerState } from '../../hooks/useServerState';
import { ClusterContent } from './ClusterContent';
import { ClusterHeader } from './ClusterHeader';

/**
 * Does this cluster answer, is it the one that was meant, and may CNOC do there what it needs to?
 *
 * @internal
 */
export const ClusterPage = () => {
  const { cluster: name = '' } = useParams();
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const state = useServerState(
    name,
    signal => api.getCluster(name, { signal }),
    { fabric: '*' },
  );
  const [tested, setTested] = useState<{
    name: string;
    result: ConnectionTest;
  }>();
  const test = useAction(() => api.testCluster(name));
  const runTest = async () => {
    setTested(undefined);
    const result = await test.run();
    if (result) setTested({ name, result });
    // The cluster was asked just now, so that its health may be another.
    state.refresh();
  };
  const { data } = state;
  return (
    <BreadcrumbEntry entry={{ label: 'Clusters', href: links.clusters() }}>
      <BreadcrumbEntry entry={{ label: name, href: links.cluster(name) }}>
        {data && (
          <ClusterHeader
            cluster={data}
            testing={test.pending}
            onTest={runTest}
            onChanged={state.refresh}
          />
        )}
        <PageBody>
          {state.loading && (
            <>
              <LoadingTiles label={`Loading ${name}`} />
              <LoadingRows label="Loading the cluster’s page" />
            </>
          )}
          {state.error && !data && (
            <ErrorPanel
              title={`The cluster ${name} could not be loaded`}
              error={state.error}
              stillWorks="Its network is not touched by this."
              onRetry={state.refresh}
            />
          )}
          {state.error && data && (
            <StaleBand
              since={state.updatedAt ?? new Date()}
              cause={describeError(state.error).reason}
            />
          )}
          {test.error !== undefined && (
            <ErrorPanel title="The test could not be run" error={test.error} />
          )}
          {data && (
            <ClusterContent
              cluster={data}
              test={tested?.name === name ? tested.result : undefined}
              onChanged={state.refresh}
            />
          )}
        </PageBody>
      </BreadcrumbEntry>
    </BreadcrumbEntry>
  );
};
