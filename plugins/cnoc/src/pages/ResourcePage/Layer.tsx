import type { ReactNode } from 'react';
import styles from './ResourcePage.module.css';

/** @internal */
export const Layer = (props: {
  title: string;
  stale?: boolean;
  children: ReactNode;
}) => (
  <div className={styles.layer} data-stale={props.stale ? '' : undefined}>
    <dt>{props.title}</dt>
    <dd>{props.children}</dd>
  </div>
);
