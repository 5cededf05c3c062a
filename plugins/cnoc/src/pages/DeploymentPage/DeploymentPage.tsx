import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Header } from '@backstage/ui';
import { cnocApiRef } from '../../api/cnocApiRef';
import { CnocRoot } from '../../components/CnocRoot/CnocRoot';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { PageBody } from '../../components/PageBody/PageBody';
import { Panel } from '../../components/Panel/Panel';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { SwitchList } from '../../components/SwitchList/SwitchList';
import { describeError } from '../../errors/describeError';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useDeployment } from '../../hooks/useDeployment';
import { useServerState } from '../../hooks/useServerState';
import { FabricCrumbs } from '../FabricPage/FabricCrumbs';
import { DeploymentLog } from './DeploymentLog';
import { DeploymentProgress } from './DeploymentProgress';
import { DeploymentSteps } from './DeploymentSteps';
import styles from './DeploymentPage.module.css';

/**
 * A deployment: how far it is, what each step did, and how the switches follow.
 *
 * @internal
 */
export const DeploymentPage = () => {
  const { fabric = '', deployment: id = '' } = useParams();
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const { data, error, loading, updatedAt, refresh } = useDeployment(
    fabric,
    id,
  );
  const owner = useServerState(
    fabric,
    signal => api.getFabric(fabric, { signal }),
    { fabric },
  );
  const switches = owner.data?.layers.switches ?? [];
  const ready = switches.filter(s => s.state === 'ready').length;
  return (
    <FabricCrumbs
      fabric={fabric}
      page={{ label: 'Deployment', href: links.deployment(fabric, id) }}
    >
      <CnocRoot>
        <Header title={`Deployment to ${fabric}`} />
      </CnocRoot>
      <PageBody>
        {loading && (
          <>
            <LoadingTiles label="Loading the deployment" tiles={2} />
            <LoadingRows label="Loading its steps" />
          </>
        )}
        {error && !data && (
          <ErrorPanel
            title="The deployment could not be loaded"
            error={error}
            stillWorks="It goes on whether you watch it or not."
            onRetry={refresh}
          />
        )}
        {data && (
          <>
            {error && (
              <StaleBand
                since={updatedAt ?? new Date()}
                cause={`the deployment goes on, but cannot be followed. ${
                  describeError(error).reason
                }`}
              />
            )}
            <DeploymentProgress deployment={data} />
            <div className={styles.columns}>
              <div className={styles.column}>
                <DeploymentSteps fabric={fabric} steps={data.steps} />
              </div>
              <div className={styles.column}>
                <DeploymentLog steps={data.steps} />
                {switches.length > 0 && (
                  <Panel
                    title="How the switches follow"
                    note={`${ready} of ${switches.length} up to date`}
                  >
                    <SwitchList
                      fabric={fabric}
                      switches={switches}
                      staleSince={owner.data?.status.connection.staleSince}
                    />
                  </Panel>
                )}
              </div>
            </div>
          </>
        )}
      </PageBody>
    </FabricCrumbs>
  );
};
