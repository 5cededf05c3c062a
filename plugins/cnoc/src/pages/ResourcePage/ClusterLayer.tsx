import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { ChangedByText } from '../../components/ChangedByText/ChangedByText';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { clusterLooks } from '../../model/describeLayers';
import { Layer } from './Layer';
import styles from './ResourcePage.module.css';

/**
 * What the cluster has beside git, since when, and who made it so. What cannot be renewed is not called current.
 *
 * @internal
 */
export const ClusterLayer = (props: {
  fabric: string;
  resource: ResourceDetail;
}) => {
  const { layers, live, staleSince } = props.resource;
  const { state, since } = layers.cluster;
  const generation = layers.cluster.generation ?? live?.generation;
  const { tone, word } = clusterLooks[state];
  return (
    <Layer title="Cluster" stale={staleSince !== undefined}>
      <StatusWord tone={staleSince ? 'unknown' : tone}>
        {staleSince && state !== 'unknown' ? `${word} when last seen` : word}
      </StatusWord>
      <span className={styles.age}>
        {staleSince ? (
          <>
            last seen <TimeAgo at={staleSince} clock />
          </>
        ) : (
          since && (
            <>
              since <TimeAgo at={since} clock />
            </>
          )
        )}
      </span>
      {live && (
        <span className={styles.note}>
          {live.changedBy && (
            <>
              {'changed by '}
              <ChangedByText fabric={props.fabric} changedBy={live.changedBy} />
            </>
          )}
          {live.changedBy && generation !== undefined && ' · '}
          {generation !== undefined && `generation ${generation}`}
        </span>
      )}
    </Layer>
  );
};
