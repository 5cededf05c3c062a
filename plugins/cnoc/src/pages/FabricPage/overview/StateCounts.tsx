import { Link } from '@backstage/ui';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { Flash } from '../../../components/Flash/Flash';
import { StateWord } from '../../../components/StateWord/StateWord';
import { useCnocLinks } from '../../../hooks/useCnocLinks';
import styles from './OverviewTab.module.css';

const states = [
  'drifted',
  'committed',
  'orphaned',
  'pending',
  'unknown',
  'synced',
] as const;

/** @internal */
export const StateCounts = ({ fabric }: { fabric: Fabric }) => {
  const links = useCnocLinks();
  return (
    <ul
      className={styles.counts}
      aria-label="Resources by state"
      data-stale={fabric.status.connection.staleSince ? '' : undefined}
    >
      {states
        .filter(state => fabric.resources[state] > 0 || state === 'synced')
        .map(state => (
          <li key={state} className={styles.countItem}>
            <StateWord state={state} />
            <Link
              href={links.resources(fabric.name, { state })}
              standalone
              weight="bold"
              aria-label={`${fabric.resources[state]} ${state}`}
            >
              <Flash value={String(fabric.resources[state])}>
                {fabric.resources[state].toLocaleString('en')}
              </Flash>
            </Link>
          </li>
        ))}
    </ul>
  );
};
