import type { ReactElement, ReactNode } from 'react';
import styles from './EmptyState.module.css';

/**
 * What would stand here, and the one action that fills it.
 *
 * @internal
 */
export const EmptyState = (props: {
  icon: ReactElement;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className={styles.empty}>
    <span className={styles.icon}>{props.icon}</span>
    <strong>{props.title}</strong>
    {props.children && <span className={styles.text}>{props.children}</span>}
    {props.action}
  </div>
);
