import type { Cluster } from '@cnoc/backstage-plugin-cnoc-common';
import { describeClusterHealth } from '../../model/describeCluster';
import { StatusWord } from '../StatusWord/StatusWord';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './ClusterHealthWord.module.css';

/**
 * Whether a cluster answers, and since when.
 *
 * @internal
 */
export const ClusterHealthWord = (props: {
  cluster: Pick<Cluster, 'health' | 'identity'>;
}) => {
  const { health, identity } = props.cluster;
  const { tone, word } = describeClusterHealth(props.cluster);
  const since = identity.state === 'changed' ? identity.since : health.since;
  return (
    <span className={styles.health} title={health.message}>
      <StatusWord tone={tone}>{word}</StatusWord>
      <span className={styles.note}>
        {since ? (
          <>
            since <TimeAgo at={since} clock />
          </>
        ) : (
          health.state === 'unknown' && 'not watched yet'
        )}
      </span>
    </span>
  );
};
