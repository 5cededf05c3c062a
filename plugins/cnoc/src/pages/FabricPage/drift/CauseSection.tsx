import { Checkbox } from '@backstage/ui';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { ChangedByText } from '../../../components/ChangedByText/ChangedByText';
import { FindingRow } from '../../../components/FindingRow/FindingRow';
import { Name } from '../../../components/Name/Name';
import { RowList } from '../../../components/RowList/RowList';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { describeCause } from '../../../model/describeCause';
import type { Cause } from '../../../model/groupFindings';
import type { FindingHandlers } from './FindingHandlers';
import { FindingMenu } from './FindingMenu';
import styles from './DriftTab.module.css';

/**
 * The findings of one event, selectable one by one or all at once.
 *
 * @internal
 */
export const CauseSection = (props: {
  fabric: string;
  cause: Cause;
  selected: ReadonlySet<string>;
  onToggle: (findings: readonly Finding[], on: boolean) => void;
  handlers: FindingHandlers;
  staleSince?: string;
}) => {
  const { fabric, cause, selected, onToggle, handlers } = props;
  const title = describeCause(cause);
  const selectable = cause.findings.filter(f => f.status !== 'resolved');
  const chosen = selectable.filter(f => selected.has(f.id)).length;
  return (
    <div className={styles.cause}>
      <div className={styles.causeHead}>
        {selectable.length > 0 && (
          <Checkbox
            aria-label={`Select all: ${title}`}
            isSelected={chosen === selectable.length}
            isIndeterminate={chosen > 0 && chosen < selectable.length}
            onChange={on => onToggle(selectable, on)}
          />
        )}
        <h4 className={styles.causeTitle}>
          <Name>{title}</Name>
        </h4>
        <span className={styles.age}>
          {cause.changedBy?.deployment && (
            <>
              <ChangedByText
                fabric={fabric}
                changedBy={cause.changedBy}
                hideTime
              />
              {', '}
            </>
          )}
          <TimeAgo at={cause.at} />
        </span>
      </div>
      <RowList label={title}>
        {cause.findings.map(finding => (
          <li key={finding.id}>
            <FindingRow
              fabric={fabric}
              finding={finding}
              hideSeverity
              staleSince={props.staleSince}
              before={
                finding.status !== 'resolved' ? (
                  <Checkbox
                    aria-label={`Select ${finding.kind} ${finding.name}`}
                    isSelected={selected.has(finding.id)}
                    onChange={on => onToggle([finding], on)}
                  />
                ) : (
                  <span className={styles.noCheckbox} />
                )
              }
              actions={<FindingMenu finding={finding} handlers={handlers} />}
              onIgnore={
                handlers.may.triage && finding.status !== 'resolved'
                  ? difference => handlers.onIgnore(finding, difference)
                  : undefined
              }
            />
          </li>
        ))}
      </RowList>
    </div>
  );
};
