import type { ReactNode } from 'react';
import styles from './RowList.module.css';

/**
 * Rows with a hairline between them.
 *
 * @internal
 */
export const RowList = (props: { label: string; children: ReactNode }) => (
  <ul className={styles.rows} aria-label={props.label}>
    {props.children}
  </ul>
);
