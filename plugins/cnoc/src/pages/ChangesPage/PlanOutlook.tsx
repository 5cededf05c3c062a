import type { ChangePreview } from '@cnoc/backstage-plugin-cnoc-common';
import { ActionWord } from '../../components/ActionWord/ActionWord';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { ResourceLink } from '../../components/ResourceLink/ResourceLink';
import { RowList } from '../../components/RowList/RowList';
import { SeverityWord } from '../../components/SeverityWord/SeverityWord';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { describeCounts } from '../../model/describePlan';
import styles from './ChangesPage.module.css';

/**
 * What a deployment after this commit would do to the cluster.
 *
 * @internal
 */
export const PlanOutlook = (props: {
  fabric: string;
  plan: ChangePreview['plan'];
}) => {
  const { fabric, plan } = props;
  const empty = plan.lines.length === 0;
  return (
    <Panel
      flush
      title="Then, in the cluster"
      note={
        plan.known
          ? `a deployment would make ${
              empty ? 'no change' : describeCounts(plan.counts)
            }`
          : undefined
      }
    >
      {!plan.known && (
        <p className={styles.wait}>
          <StatusWord tone="unknown">
            {plan.message ?? 'The cluster cannot be read now'}
          </StatusWord>
        </p>
      )}
      {!empty && (
        <RowList label="What a deployment would do">
          {plan.lines.map(line => (
            <li key={`${line.kind}/${line.name}`} className={styles.line}>
              <ActionWord action={line.action} />
              <div className={styles.text}>
                <ResourceLink
                  fabric={fabric}
                  kind={line.kind}
                  name={line.name}
                />
                <span className={styles.reason}>
                  <SeverityWord severity={line.severity} />
                  <Name>{line.reason}</Name>
                </span>
              </div>
            </li>
          ))}
        </RowList>
      )}
      {plan.moreLines > 0 && (
        <p className={styles.wait}>and {plan.moreLines} more lines.</p>
      )}
    </Panel>
  );
};
