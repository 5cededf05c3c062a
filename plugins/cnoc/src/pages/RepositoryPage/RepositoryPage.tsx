import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { BreadcrumbEntry, useApi } from '@backstage/frontend-plugin-api';
import type { RepositoryTest } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { PageBody } from '../../components/PageBody/PageBody';
import { Panel } from '../../components/Panel/Panel';
import { RepositoryTestResult } from '../../components/RepositoryTestResult/RepositoryTestResult';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { describeError } from '../../errors/describeError';
import { useAction } from '../../hooks/useAction';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useServerState } from '../../hooks/useServerState';
import { RepositoryContent } from './RepositoryContent';
import { RepositoryHeader } from './RepositoryHeader';

/**
 * Does this git remote answer, and if not, why?
 *
 * @internal
 */
export const RepositoryPage = () => {
  const { repository: name = '' } = useParams();
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const state = useServerState(
    name,
    signal => api.getRepository(name, { signal }),
    { fabric: '*' },
  );
  const [tested, setTested] = useState<{
    name: string;
    result: RepositoryTest;
  }>();
  const test = useAction(() => api.testRepository(name));
  const runTest = async () => {
    setTested(undefined);
    const result = await test.run();
    if (result) setTested({ name, result });
    // The remote was asked just now, so that its health may be another.
    state.refresh();
  };
  const { data } = state;
  return (
    <BreadcrumbEntry
      entry={{ label: 'Repositories', href: links.repositories() }}
    >
      <BreadcrumbEntry entry={{ label: name, href: links.repository(name) }}>
        {data && (
          <RepositoryHeader
            repository={data}
            testing={test.pending}
            onTest={runTest}
            onChanged={state.refresh}
          />
        )}
        <PageBody>
          {state.loading && (
            <>
              <LoadingTiles label={`Loading ${name}`} />
              <LoadingRows label="Loading the repository’s page" />
            </>
          )}
          {state.error && !data && (
            <ErrorPanel
              title={`The repository ${name} could not be loaded`}
              error={state.error}
              stillWorks="Fabrics keep the state that was last read from git."
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
          {tested?.name === name && (
            <Panel title="Test of the connection">
              <RepositoryTestResult result={tested.result} />
            </Panel>
          )}
          {data && (
            <RepositoryContent repository={data} onChanged={state.refresh} />
          )}
        </PageBody>
      </BreadcrumbEntry>
    </BreadcrumbEntry>
  );
};
