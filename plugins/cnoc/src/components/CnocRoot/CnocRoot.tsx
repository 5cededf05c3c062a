import type { ReactNode } from 'react';
import styles from './CnocRoot.module.css';

/**
 * Gives everything inside it the plugin's type and its few own colours.
 *
 * @internal
 */
export const CnocRoot = (props: { children: ReactNode }) => (
  <div className={styles.root}>{props.children}</div>
);
