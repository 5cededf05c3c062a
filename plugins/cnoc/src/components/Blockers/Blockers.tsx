import type { ReactNode } from 'react';
import { RiForbidLine } from '@remixicon/react';
import styles from './Blockers.module.css';

/**
 * What stands in the way of an action, above it.
 *
 * @internal
 */
export const Blockers = (props: { title: string; children: ReactNode }) => (
  <div className={styles.blockers} role="alert">
    <strong className={styles.title}>
      <RiForbidLine size={18} aria-hidden />
      {props.title}
    </strong>
    {props.children}
  </div>
);
