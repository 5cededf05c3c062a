import type { DeploymentSummary } from '@cnoc/backstage-plugin-cnoc-common';
import { Link } from '@backstage/ui';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { describeCounts } from '../../model/describePlan';
import { formatDuration } from '../../text/formatTime';
import { shortSha } from '../../text/shortSha';
import { ActorName } from '../ActorName/ActorName';
import { DeploymentStatusWord } from '../DeploymentStatusWord/DeploymentStatusWord';
import { Name } from '../Name/Name';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './DeploymentSummaryRow.module.css';

/** @internal */
export const DeploymentSummaryRow = (props: {
  fabric: string;
  deployment: DeploymentSummary;
}) => {
  const { fabric, deployment } = props;
  const { startedAt, finishedAt, commit, failed } = deployment;
  const links = useCnocLinks();
  return (
    <div className={styles.row}>
      <DeploymentStatusWord status={deployment.status} />
      <Link
        href={links.deployment(fabric, deployment.id)}
        standalone
        weight="bold"
      >
        {describeCounts(deployment.counts)}
      </Link>
      <span className={styles.note}>
        {failed > 0 && <span>{failed} failed</span>}
        <span>
          <TimeAgo at={deployment.createdAt} /> by{' '}
          <ActorName actor={deployment.createdBy} />
        </span>
        {commit && (
          <span>
            commit <Name mono>{shortSha(commit)}</Name>
          </span>
        )}
        {startedAt && finishedAt && (
          <span>
            took{' '}
            {formatDuration(Date.parse(finishedAt) - Date.parse(startedAt))}
          </span>
        )}
      </span>
    </div>
  );
};
