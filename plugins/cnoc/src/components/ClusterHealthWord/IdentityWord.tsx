import type { Cluster } from '@cnoc/backstage-plugin-cnoc-common';
import { describeIdentity } from '../../model/describeCluster';
import { Name } from '../Name/Name';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './ClusterHealthWord.module.css';

/** Most of an identity that is shown; the whole on hover. */
const SHORT = 8;

/**
 * Whether it is still the cluster that was registered.
 *
 * @internal
 */
export const IdentityWord = (props: { cluster: Pick<Cluster, 'identity'> }) => {
  const { tone, word } = describeIdentity(props.cluster);
  const { pinned } = props.cluster.identity;
  return (
    <span className={styles.health} title={pinned}>
      <StatusWord tone={tone}>{word}</StatusWord>
      {pinned && (
        <span className={styles.note}>
          <Name mono>{pinned.slice(0, SHORT)}</Name>
        </span>
      )}
    </span>
  );
};
