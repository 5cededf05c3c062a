import type { ReactNode } from 'react';
import type { Tone } from '../../model/describeStatus';
import styles from './FactGrid.module.css';

/** @internal */
export type GridFact = {
  label: string;
  tone?: Tone;
  /** The value cannot be renewed at the moment */
  stale?: boolean;
  value: ReactNode;
  /** A sentence below the value */
  message?: ReactNode;
};

/**
 * Facts side by side, each under its name.
 *
 * @internal
 */
export const FactGrid = ({ facts }: { facts: readonly GridFact[] }) => (
  <dl className={styles.facts}>
    {facts.map(fact => (
      <div
        key={fact.label}
        className={styles.fact}
        data-tone={fact.tone}
        data-stale={fact.stale ? '' : undefined}
      >
        <dt className={styles.label}>{fact.label}</dt>
        <dd className={styles.value}>
          {fact.value}
          {fact.message && (
            <span className={styles.message}>{fact.message}</span>
          )}
        </dd>
      </div>
    ))}
  </dl>
);
