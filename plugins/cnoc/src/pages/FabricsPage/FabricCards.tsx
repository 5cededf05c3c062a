import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { OwnerLink } from '../../components/OwnerLink/OwnerLink';
import { StatusFacts } from '../../components/StatusFacts/StatusFacts';
import { FabricName } from './FabricName';
import styles from './FabricsPage.module.css';

/**
 * The table's twin for a narrow screen.
 *
 * @internal
 */
export const FabricCards = ({ fabrics }: { fabrics: Fabric[] }) => (
  <ul className={styles.cards} aria-label="Fabrics">
    {fabrics.map(fabric => (
      <li key={fabric.name} className={styles.card}>
        <div className={styles.cardHead}>
          <FabricName fabric={fabric} />
          {fabric.owner && <OwnerLink owner={fabric.owner} />}
        </div>
        <StatusFacts status={fabric.status} />
      </li>
    ))}
  </ul>
);
