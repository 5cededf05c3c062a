import { Checkbox } from '@backstage/ui';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { FindingRow } from '../../../components/FindingRow/FindingRow';
import { Name } from '../../../components/Name/Name';
import { RowList } from '../../../components/RowList/RowList';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { describeCause } from '../../../model/describeCause';
import type { Cause } from '../../../model/groupFindings';
import { isPlannable } from './plannable';
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
  staleSince?: string;
}) => {
  const { fabric, cause, selected, onToggle } = props;
  const title = describeCause(cause);
  const plannable = cause.findings.filter(isPlannable);
  const chosen = plannable.filter(f => selected.has(f.id)).length;
  return (
    <div className={styles.cause}>
      <div className={styles.causeHead}>
        {plannable.length > 0 && (
          <Checkbox
            aria-label={`Select all: ${title}`}
            isSelected={chosen === plannable.length}
            isIndeterminate={chosen > 0 && chosen < plannable.length}
            onChange={on => onToggle(plannable, on)}
          />
        )}
        <h4 className={styles.causeTitle}>
          <Name>{title}</Name>
        </h4>
        <span className={styles.age}>
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
                isPlannable(finding) ? (
                  <Checkbox
                    aria-label={`Select ${finding.kind} ${finding.name}`}
                    isSelected={selected.has(finding.id)}
                    onChange={on => onToggle([finding], on)}
                  />
                ) : undefined
              }
            />
          </li>
        ))}
      </RowList>
    </div>
  );
};
