import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { ANNOTATION_CNOC_FABRIC } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../api/cnocApiRef';
import { CnocRoot } from '../components/CnocRoot/CnocRoot';
import { ErrorPanel } from '../components/ErrorPanel/ErrorPanel';
import { LayersStrip } from '../components/LayersStrip/LayersStrip';
import { LoadingTiles } from '../components/Loading/LoadingTiles';
import { Panel } from '../components/Panel/Panel';
import { StatusFacts } from '../components/StatusFacts/StatusFacts';
import { useCnocLinks } from '../hooks/useCnocLinks';
import { useServerState } from '../hooks/useServerState';
import { nextAction } from '../model/nextAction';
import { FabricStaleBand } from '../pages/FabricPage/FabricStaleBand';
import { TopFindings } from '../pages/FabricPage/overview/TopFindings';
import styles from './Entity.module.css';

/**
 * The overview of a fabric, in small, on its entity page.
 *
 * @internal
 */
export const EntityFabricContent = () => {
  const { entity } = useEntity();
  const name = entity.metadata.annotations?.[ANNOTATION_CNOC_FABRIC] ?? '';
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const { data, error, loading, updatedAt, refresh } = useServerState(
    name,
    signal => api.getFabric(name, { signal }),
    { fabric: name },
  );
  const next = data && nextAction(data);
  return (
    <CnocRoot>
      <div className={styles.content}>
        {loading && <LoadingTiles label={`Loading ${name}`} />}
        {error && !data && (
          <ErrorPanel
            title={`The fabric ${name} could not be loaded`}
            error={error}
            stillWorks="Its entry in the catalog is not touched by this."
            onRetry={refresh}
          />
        )}
        {data && (
          <>
            <FabricStaleBand
              fabric={data}
              error={error}
              updatedAt={updatedAt}
            />
            <StatusFacts status={data.status} />
            <Panel
              title="From git to the switches"
              actions={
                <>
                  <ButtonLink
                    size="small"
                    variant="secondary"
                    href={links.fabric(name)}
                  >
                    Open in CNOC
                  </ButtonLink>
                  {next?.kind === 'review' && (
                    <ButtonLink size="small" href={links.plan(name)}>
                      {next.label}
                    </ButtonLink>
                  )}
                </>
              }
            >
              <LayersStrip fabric={data} />
            </Panel>
            <TopFindings fabric={data} />
          </>
        )}
      </div>
    </CnocRoot>
  );
};
