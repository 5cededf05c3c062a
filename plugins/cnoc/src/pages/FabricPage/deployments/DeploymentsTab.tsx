import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { RiRocketLine } from '@remixicon/react';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { DeploymentSummaryRow } from '../../../components/DeploymentSummaryRow/DeploymentSummaryRow';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { Flash } from '../../../components/Flash/Flash';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Panel } from '../../../components/Panel/Panel';
import { RowList } from '../../../components/RowList/RowList';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { useCnocLinks } from '../../../hooks/useCnocLinks';
import { useServerState } from '../../../hooks/useServerState';
import { nextAction } from '../../../model/nextAction';

const STEP = 25;
const MAX = 500;

/**
 * What was applied to the cluster from here, newest first.
 *
 * @internal
 */
export const DeploymentsTab = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const [limit, setLimit] = useState(STEP);
  const { data, error, loading, updatedAt, refresh } = useServerState(
    `${fabric.name} ${limit}`,
    signal => api.listDeployments(fabric.name, { limit }, { signal }),
    { fabric: fabric.name, keepPrevious: true },
  );
  const next = nextAction(fabric);
  return (
    <>
      {error && data && (
        <StaleBand
          since={updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      <Panel
        flush
        title="Deployments"
        actions={
          next.kind === 'review' && (
            <ButtonLink size="small" href={links.plan(fabric.name)}>
              Make a plan
            </ButtonLink>
          )
        }
      >
        {loading && <LoadingRows label="Loading deployments" />}
        {error && !data && (
          <ErrorPanel
            title="The deployments could not be loaded"
            error={error}
            onRetry={refresh}
          />
        )}
        {data?.items.length === 0 && (
          <EmptyState
            icon={<RiRocketLine size={28} aria-hidden />}
            title="Nothing deployed from here yet"
          >
            {next.kind === 'review'
              ? 'Make a plan to see exactly what would change, then deploy it.'
              : 'When git and cluster differ, a plan brings them together.'}
          </EmptyState>
        )}
        {data && data.items.length > 0 && (
          <RowList label="Deployments">
            {data.items.map(deployment => (
              <li key={deployment.id}>
                <Flash value={deployment.status}>
                  <DeploymentSummaryRow
                    fabric={fabric.name}
                    deployment={deployment}
                  />
                </Flash>
              </li>
            ))}
            {data.nextCursor && limit < MAX && (
              <li>
                <Button
                  variant="secondary"
                  onPress={() => setLimit(Math.min(limit + STEP, MAX))}
                >
                  Show older ones
                </Button>
              </li>
            )}
          </RowList>
        )}
      </Panel>
    </>
  );
};
