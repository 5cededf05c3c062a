import type { ReactNode } from 'react';
import styles from './TableFrame.module.css';

/**
 * The border and the lines of a table whose rows are more than one line high.
 *
 * @internal
 */
export const TableFrame = (props: { children: ReactNode }) => (
  <div className={styles.frame}>{props.children}</div>
);
