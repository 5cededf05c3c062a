import type { Plan } from '@cnoc/backstage-plugin-cnoc-common';
import { ActorName } from '../../components/ActorName/ActorName';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { ResourceLink } from '../../components/ResourceLink/ResourceLink';
import { SeverityWord } from '../../components/SeverityWord/SeverityWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { RiCheckboxCircleLine } from '@remixicon/react';
import { describeCounts } from '../../model/describePlan';
import { shortSha } from '../../text/shortSha';
import styles from './PlanPage.module.css';

/**
 * What the plan means: its counts, and every line that would touch traffic.
 *
 * @internal
 */
export const PlanSummaryPanel = (props: { fabric: string; plan: Plan }) => {
  const { fabric, plan } = props;
  const critical = plan.lines.filter(line => line.severity === 'critical');
  return (
    <Panel
      title={
        plan.status === 'empty'
          ? 'Nothing to change'
          : describeCounts(plan.counts)
      }
      note={
        <>
          made <TimeAgo at={plan.createdAt} /> by{' '}
          <ActorName actor={plan.createdBy} />
          {plan.commit && (
            <>
              {' from commit '}
              <Name mono>{shortSha(plan.commit)}</Name>
            </>
          )}
        </>
      }
    >
      {plan.status === 'empty' ? (
        <EmptyState
          icon={<RiCheckboxCircleLine size={28} aria-hidden />}
          title="The cluster has everything that git says"
        />
      ) : (
        <p className={styles.summary}>
          {critical.length === 0
            ? 'No line touches traffic.'
            : 'These lines touch traffic:'}
        </p>
      )}
      {critical.length > 0 && (
        <ul className={styles.impacts} aria-label="Lines that touch traffic">
          {critical.map(line => (
            <li key={line.seq}>
              <SeverityWord severity={line.severity} />
              <span>
                <ResourceLink
                  fabric={fabric}
                  kind={line.kind}
                  name={line.name}
                />
                {' – '}
                <Name>{line.reason}</Name>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};
