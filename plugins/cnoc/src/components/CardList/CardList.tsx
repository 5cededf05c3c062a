import type { ReactNode } from 'react';
import styles from './CardList.module.css';

/**
 * A table's twin for a narrow screen.
 *
 * @internal
 */
export const CardList = <T extends { name: string }>(props: {
  label: string;
  items: readonly T[];
  head: (item: T) => ReactNode;
  children: (item: T) => ReactNode;
}) => (
  <ul className={styles.cards} aria-label={props.label}>
    {props.items.map(item => (
      <li key={item.name} className={styles.card}>
        <div className={styles.head}>{props.head(item)}</div>
        {props.children(item)}
      </li>
    ))}
  </ul>
);
