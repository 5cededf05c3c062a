import type { PlanLine } from '@cnoc/backstage-plugin-cnoc-common';
import { ActionWord } from '../../components/ActionWord/ActionWord';
import { DifferenceList } from '../../components/DifferenceList/DifferenceList';
import { Expandable } from '../../components/Expandable/Expandable';
import { Name } from '../../components/Name/Name';
import { ResourceLink } from '../../components/ResourceLink/ResourceLink';
import { SeverityWord } from '../../components/SeverityWord/SeverityWord';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import styles from './PlanPage.module.css';

/**
 * One line of a plan: what it does to what, why it matters, and what the dry run said; opens to the fields.
 *
 * @internal
 */
export const PlanLineRow = (props: { fabric: string; line: PlanLine }) => {
  const { fabric, line } = props;
  const { kind, name, dryRun, differences } = line;
  return (
    <Expandable
      label={`Fields that ${line.action} of ${kind} ${name} touches`}
      summary={
        <div className={styles.line}>
          <ActionWord action={line.action} />
          <div className={styles.lineText}>
            <span>
              <ResourceLink fabric={fabric} kind={kind} name={name} />
            </span>
            <span className={styles.lineReason}>
              <SeverityWord severity={line.severity} />
              <Name>{line.reason}</Name>
            </span>
            {dryRun.conflicts?.map(conflict => (
              <span
                key={`${conflict.manager} ${conflict.field}`}
                className={styles.note}
              >
                <Name mono>{conflict.field}</Name> is held by{' '}
                <Name>{conflict.manager}</Name>
              </span>
            ))}
          </div>
          <span className={styles.dryRun}>
            <StatusWord tone={dryRun.ok ? 'good' : 'bad'}>
              {dryRun.ok ? 'Dry run passed' : 'Dry run failed'}
            </StatusWord>
            {dryRun.message && (
              <span className={styles.note}>
                <Name>{dryRun.message}</Name>
              </span>
            )}
          </span>
        </div>
      }
    >
      {differences.length > 0 ? (
        <DifferenceList differences={differences} />
      ) : undefined}
    </Expandable>
  );
};
