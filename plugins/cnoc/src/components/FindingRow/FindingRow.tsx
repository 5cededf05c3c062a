import type { ReactNode } from 'react';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { DifferenceList } from '../DifferenceList/DifferenceList';
import { Expandable } from '../Expandable/Expandable';
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
                  changed by <Name>{changedBy.manager}</Name>
                </span>
              )}
              {source && (
                <SafeLink href={source.url}>
                  <Name mono>{`${source.file}:${source.line}`}</Name>
                </SafeLink>
              )}
            </span>
          </div>
        </div>
      }
    >
      {differences.length > 0 ? (
        <DifferenceList
          differences={differences}
          staleSince={props.staleSince}
        />
      ) : undefined}
    </Expandable>
  );
};
