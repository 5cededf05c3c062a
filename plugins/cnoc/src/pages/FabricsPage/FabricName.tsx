import { Badge, Link } from '@backstage/ui';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import styles from './FabricsPage.module.css';

/** @internal */
export const FabricName = ({ fabric }: { fabric: Fabric }) => {
  const links = useCnocLinks();
  return (
    <span className={styles.name}>
      <Link href={links.fabric(fabric.name)} standalone weight="bold">
        <Name>{fabric.name}</Name>
      </Link>
      <span className={styles.subtitle}>
        {fabric.title && <Name>{fabric.title}</Name>}
        {fabric.environment && <Badge>{fabric.environment}</Badge>}
      </span>
    </span>
  );
};
