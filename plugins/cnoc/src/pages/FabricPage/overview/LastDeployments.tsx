import { useApi } from '@backstage/frontend-plugin-api';
import { RiRocketLine } from '@remixicon/react';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { DeploymentSummaryRow } from '../../../components/DeploymentSummaryRow/DeploymentSummaryRow';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Panel } from '../../../components/Panel/Panel';
import { RowList } from '../../../components/RowList/RowList';
import { useServerState } from '../../../hooks/useServerState';

const COUNT = 3;

/** @internal */
export const LastDeployments = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const { data, error, loading, refresh } = useServerState(
    fabric.name,
    signal => api.listDeployments(fabric.name, { limit: COUNT }, { signal }),
    { fabric: fabric.name },
  );
  return (
    <Panel flush title="Last deployments">
      {loading && <LoadingRows label="Loading deployments" rows={2} />}
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
        />
      )}
      {data && data.items.length > 0 && (
        <RowList label="Last deployments">
          {data.items.map(deployment => (
            <li key={deployment.id}>
              <DeploymentSummaryRow
                fabric={fabric.name}
                deployment={deployment}
              />
            </li>
          ))}
        </RowList>
      )}
    </Panel>
  );
};
