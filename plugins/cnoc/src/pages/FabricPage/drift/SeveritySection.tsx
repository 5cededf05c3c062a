import type { ComponentProps } from 'react';
import { SeverityWord } from '../../../components/SeverityWord/SeverityWord';
import type { SeverityGroup } from '../../../model/groupFindings';
import { plural } from '../../../text/plural';
import { CauseSection } from './CauseSection';
import styles from './DriftTab.module.css';

/** @internal */
export const SeveritySection = (
  props: Omit<ComponentProps<typeof CauseSection>, 'cause'> & {
    group: SeverityGroup;
  },
) => {
  const { group, ...rest } = props;
  return (
    <section aria-label={`${group.severity} findings`}>
      <h3 className={styles.severity}>
        <SeverityWord severity={group.severity} />
        <span className={styles.hint}>{plural(group.count, 'finding')}</span>
      </h3>
      <div className={styles.causes}>
        {group.causes.map(cause => (
          <CauseSection key={cause.key} cause={cause} {...rest} />
        ))}
      </div>
    </section>
  );
};
