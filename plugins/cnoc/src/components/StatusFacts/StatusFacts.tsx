import type { FabricStatus } from '@cnoc/backstage-plugin-cnoc-common';
import { describeStatus } from '../../model/describeStatus';
import { StatusFactValue } from './StatusFactValue';
import styles from './StatusFacts.module.css';

/**
 * The four facts of a fabric side by side.
 *
 * @internal
 */
export const StatusFacts = (props: { status: FabricStatus }) => (
  <dl className={styles.facts}>
    {describeStatus(props.status).map(fact => (
      <div
        key={fact.id}
        className={styles.fact}
        data-tone={fact.tone}
        data-stale={fact.staleSince ? '' : undefined}
      >
        <dt className={styles.label}>{fact.label}</dt>
        <dd className={styles.value}>
          <StatusFactValue fact={fact} />
          {fact.message && (
            <span className={styles.message}>{fact.message}</span>
          )}
        </dd>
      </div>
    ))}
  </dl>
);
