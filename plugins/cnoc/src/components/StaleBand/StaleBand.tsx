import type { ReactNode } from 'react';
import { RiWifiOffLine } from '@remixicon/react';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './StaleBand.module.css';

/**
 * Says since when what stands below it is old, and why.
 *
 * @internal
 */
export const StaleBand = (props: {
  since: string | Date;
  cause: string;
  children?: ReactNode;
}) => (
  <div className={styles.band} role="status">
    <RiWifiOffLine className={styles.icon} size={18} aria-hidden />
    <span>
      <strong>
        Stale since <TimeAgo at={props.since} clock />
      </strong>{' '}
      – {props.cause}
    </span>
    {props.children && <span className={styles.actions}>{props.children}</span>}
  </div>
);
