import type { ReactNode } from 'react';
import type { Difference, Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { ChangedByText } from '../ChangedByText/ChangedByText';
import { DifferenceList } from '../DifferenceList/DifferenceList';
import { Expandable } from '../Expandable/Expandable';
import { FindingDecision } from '../FindingDecision/FindingDecision';
import { Name } from '../Name/Name';
import { ResourceLink } from '../ResourceLink/ResourceLink';
import { SafeLink } from '../SafeLink/SafeLink';
import { SeverityWord } from '../SeverityWord/SeverityWord';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './FindingRow.module.css';

type Props = {
  fabric: string;
  finding: Finding;
  /** Stands before the row, for example a checkbox */
  before?: ReactNode;
  /** The severity is a heading already */
  hideSeverity?: boolean;
  /** The resource stands on the page, with its differences */
  hideResource?: boolean;
  staleSince?: string;
  /** Stands behind the row, for example a menu */
  actions?: ReactNode;
  /** Offers to leave a differing field out of the comparison */
  onIgnore?: (difference: Difference) => void;
};

/**
 * One finding: resource, severity with its reason, since when and by whom; opens to the differing fields.
 *
 * @internal
 */
export const FindingRow = (props: Props) => {
  const { fabric, finding } = props;
  const { kind, name, differences, source, changedBy } = finding;
  return (
    <Expandable
      label={`Differences of ${kind} ${name}`}
      before={props.before}
      plain={props.hideResource}
      summary={
        <div className={styles.finding}>
          {!props.hideSeverity && <SeverityWord severity={finding.severity} />}
          <div className={styles.text}>
            <span>
              {!props.hideResource && (
                <>
                  <ResourceLink fabric={fabric} kind={kind} name={name} />
                  {' – '}
                </>
              )}
              <Name>{finding.reason}</Name>
            </span>
            <span className={styles.note}>
              <span>
                first seen <TimeAgo at={finding.firstSeen} />
              </span>
              {changedBy && (
                <span>
                  changed by{' '}
                  <ChangedByText
                    fabric={fabric}
                    changedBy={changedBy}
                    hideTime
                  />
                </span>
              )}
              {source && (
                <SafeLink href={source.url}>
                  <Name mono>{`${source.file}:${source.line}`}</Name>
                </SafeLink>
              )}
            </span>
            <span className={styles.note}>
              <FindingDecision finding={finding} />
            </span>
          </div>
          {props.actions && (
            <div className={styles.actions}>{props.actions}</div>
          )}
        </div>
      }
    >
      {differences.length > 0 ? (
        <DifferenceList
          fabric={fabric}
          differences={differences}
          onIgnore={props.onIgnore}
          staleSince={props.staleSince}
        />
      ) : undefined}
    </Expandable>
  );
};
