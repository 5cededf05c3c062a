import { Badge, Link } from '@backstage/ui';
import type { Cluster } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import styles from './ClustersPage.module.css';

/** @internal */
export const ClusterName = ({ cluster }: { cluster: Cluster }) => {
  const links = useCnocLinks();
  return (
    <span className={styles.lines}>
      <Link href={links.cluster(cluster.name)} standalone weight="bold">
        <Name>{cluster.name}</Name>
      </Link>
      {cluster.title && (
        <span className={styles.note}>
          <Name>{cluster.title}</Name>
        </span>
      )}
      {cluster.lab && <Badge>lab</Badge>}
    </span>
  );
};
