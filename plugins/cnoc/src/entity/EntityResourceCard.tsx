import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import {
  ANNOTATION_CNOC_FABRIC,
  ANNOTATION_CNOC_KIND,
  ANNOTATION_CNOC_NAME,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../api/cnocApiRef';
import { CnocRoot } from '../components/CnocRoot/CnocRoot';
import { ErrorPanel } from '../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../components/Loading/LoadingRows';
import { Name } from '../components/Name/Name';
import { Panel } from '../components/Panel/Panel';
import { SeverityWord } from '../components/SeverityWord/SeverityWord';
import { StaleBand } from '../components/StaleBand/StaleBand';
import { StateWord } from '../components/StateWord/StateWord';
import { describeError } from '../errors/describeError';
import { useCnocLinks } from '../hooks/useCnocLinks';
import { useServerState } from '../hooks/useServerState';
import styles from './Entity.module.css';

/**
 * State, findings and facts of a resource on its entity page.
 *
 * @internal
 */
export const EntityResourceCard = () => {
  const { entity } = useEntity();
  const { annotations = {} } = entity.metadata;
  const fabric = annotations[ANNOTATION_CNOC_FABRIC] ?? '';
  const kind = annotations[ANNOTATION_CNOC_KIND] ?? '';
  const name = annotations[ANNOTATION_CNOC_NAME] ?? entity.metadata.name;
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const { data, error, loading, updatedAt, refresh } = useServerState(
    JSON.stringify([fabric, kind, name]),
    signal => api.getResource(fabric, kind, name, { signal }),
    { fabric },
  );
  return (
    <CnocRoot>
      <Panel
        title={`${kind} in ${fabric}`}
        actions={
          <ButtonLink
            size="small"
            variant="secondary"
            href={links.resource(fabric, kind, name)}
          >
            Open in CNOC
          </ButtonLink>
        }
      >
        {loading && <LoadingRows label={`Loading ${kind} ${name}`} rows={3} />}
        {error && !data && (
          <ErrorPanel
            title="Its state could not be loaded"
            error={error}
            onRetry={refresh}
          />
        )}
        {data && (
          <div className={styles.card}>
            {data.staleSince && (
              <StaleBand
                since={data.staleSince}
                cause="the cluster does not answer."
              />
            )}
            {error && (
              <StaleBand
                since={updatedAt ?? new Date()}
                cause={describeError(error).reason}
              />
            )}
            <StateWord state={data.state} />
            {data.openFindings.map(finding => (
              <span key={finding.id}>
                <SeverityWord severity={finding.severity} />{' '}
                <Name>{finding.reason}</Name>
              </span>
            ))}
            <dl className={styles.facts}>
              {data.facts.map(fact => (
                <div key={fact.label}>
                  <dt>{fact.label}</dt>
                  <dd>
                    <Name>{fact.value}</Name>
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        )}
      </Panel>
    </CnocRoot>
  );
};
