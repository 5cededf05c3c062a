import { Button } from '@backstage/ui';
import { RiEyeOffLine } from '@remixicon/react';
import type { Difference } from '@cnoc/backstage-plugin-cnoc-common';
import { ChangedByText } from '../ChangedByText/ChangedByText';
import { Name } from '../Name/Name';
import { SeverityWord } from '../SeverityWord/SeverityWord';
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
  /** Where the differences are; without it deployments are named, not linked */
  fabric?: string;
  /** Offers to leave the field out of the comparison */
  onIgnore?: (difference: Difference) => void;
}) => (
  <ul className={styles.list} aria-label="Differences">
    {props.differences.map(difference => (
      <li key={difference.path} className={styles.item}>
        <div className={styles.head}>
          <SeverityWord severity={difference.severity} />
          <span className={styles.path}>
            <Name mono>{difference.path}</Name>
          </span>
          {props.onIgnore && (
            <Button
              className={styles.ignore}
              variant="tertiary"
              size="small"
              iconStart={<RiEyeOffLine aria-hidden />}
              aria-label={`Ignore this field: ${difference.path}`}
              onPress={() => props.onIgnore?.(difference)}
            >
              Ignore this field…
            </Button>
          )}
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
                <ChangedByText
                  fabric={props.fabric}
                  changedBy={difference.changedBy}
                />
              </>
            )}
          </span>
        </p>
      </li>
    ))}
  </ul>
);
