import type { Difference } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../Name/Name';
import { SeverityWord } from '../SeverityWord/SeverityWord';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import { DifferenceValue } from './DifferenceValue';
import styles from './DifferenceList.module.css';

/**
 * Field by field: path, value in git, value in the cluster, how bad and why, who changed it.
 *
 * @internal
 */
export const DifferenceList = (props: {
  differences: readonly Difference[];
  staleSince?: string;
}) => (
  <ul className={styles.list} aria-label="Differences">
    {props.differences.map(difference => (
      <li key={difference.path} className={styles.item}>
        <div className={styles.head}>
          <SeverityWord severity={difference.severity} />
          <span className={styles.path}>
            <Name mono>{difference.path}</Name>
          </span>
        </div>
        <div className={styles.values}>
          <DifferenceValue label="Git" value={difference.desired} />
          <DifferenceValue
            label="Cluster"
            value={difference.live}
            staleSince={props.staleSince}
          />
        </div>
        <p className={styles.reason}>
          {difference.reason}{' '}
          <span className={styles.note}>
            rule <Name mono>{difference.rule}</Name>
            {difference.changedBy && (
              <>
                {' · changed by '}
                <Name>{difference.changedBy.manager}</Name>
                {difference.changedBy.at && (
                  <>
                    {', '}
                    <TimeAgo at={difference.changedBy.at} />
                  </>
                )}
              </>
            )}
          </span>
        </p>
      </li>
    ))}
  </ul>
);
