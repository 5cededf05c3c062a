import { Link } from '@backstage/ui';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { DeploymentStatusWord } from '../../components/DeploymentStatusWord/DeploymentStatusWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import styles from './FabricsPage.module.css';

/** @internal */
export const LastDeployment = ({ fabric }: { fabric: Fabric }) => {
  const links = useCnocLinks();
  const { lastDeployment } = fabric;
  if (!lastDeployment) return <span className={styles.none}>none</span>;
  return (
    <span className={styles.fact}>
      <DeploymentStatusWord status={lastDeployment.status} />
      <Link
        href={links.deployment(fabric.name, lastDeployment.id)}
        standalone
        variant="body-small"
      >
        <TimeAgo at={lastDeployment.createdAt} />
      </Link>
    </span>
  );
};
