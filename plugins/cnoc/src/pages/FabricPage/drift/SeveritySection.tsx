import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { SeverityWord } from '../../../components/SeverityWord/SeverityWord';
import type { SeverityGroup } from '../../../model/groupFindings';
import { plural } from '../../../text/plural';
import { CauseSection } from './CauseSection';
import styles from './DriftTab.module.css';

/** @internal */
export const SeveritySection = (props: {
  fabric: string;
  group: SeverityGroup;
  selected: ReadonlySet<string>;
  onToggle: (findings: readonly Finding[], on: boolean) => void;
  staleSince?: string;
}) => {
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
