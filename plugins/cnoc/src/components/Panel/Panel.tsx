import { useId, type ReactNode } from 'react';
import { BgProvider } from '@backstage/ui';
import styles from './Panel.module.css';

type Props = {
  title: string;
  /** Stands behind the title, for example a count */
  note?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  children: ReactNode;
};

/**
 * A titled section of a page. `flush` lets rows reach the border.
 *
 * @internal
 */
export const Panel = (props: Props) => {
  const id = useId();
  return (
    // Buttons inside choose a colour that stands out from the panel's.
    <BgProvider bg="neutral-1">
      <section className={styles.panel} aria-labelledby={id}>
        <header className={styles.header}>
          <h3 className={styles.title} id={id}>
            {props.title}
          </h3>
          {props.note !== undefined && (
            <span className={styles.note}>{props.note}</span>
          )}
          {props.actions && (
            <div className={styles.actions}>{props.actions}</div>
          )}
        </header>
        <div className={props.flush ? styles.flush : styles.content}>
          {props.children}
        </div>
      </section>
    </BgProvider>
  );
};
