import type { Deployment } from '@cnoc/backstage-plugin-cnoc-common';
import { ActorName } from '../../components/ActorName/ActorName';
import { DeploymentStatusWord } from '../../components/DeploymentStatusWord/DeploymentStatusWord';
import { Flash } from '../../components/Flash/Flash';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { ProgressBar } from '../../components/ProgressBar/ProgressBar';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { describeCounts } from '../../model/describePlan';
import { formatDuration } from '../../text/formatTime';
import { shortSha } from '../../text/shortSha';
import styles from './DeploymentPage.module.css';

const tones: Partial<Record<Deployment['status'], 'good' | 'bad'>> = {
  succeeded: 'good',
  failed: 'bad',
  partial: 'bad',
};

/** @internal */
export const DeploymentProgress = ({
  deployment,
}: {
  deployment: Deployment;
}) => {
  const { status, steps, done, failed, startedAt, finishedAt } = deployment;
  const skipped = steps.filter(step => step.status === 'skipped').length;
  return (
    <Panel
      title={describeCounts(deployment.counts)}
      note={
        <>
          started <TimeAgo at={deployment.createdAt} /> by{' '}
          <ActorName actor={deployment.createdBy} />
          {deployment.commit && (
            <>
              {' from commit '}
              <Name mono>{shortSha(deployment.commit)}</Name>
            </>
          )}
        </>
      }
    >
      <div className={styles.progressHead} role="status">
        <Flash value={status}>
          <DeploymentStatusWord status={status} />
        </Flash>
        <span>
          {done} of {steps.length} done
          {failed > 0 && `, ${failed} failed`}
          {skipped > 0 && `, ${skipped} skipped`}
        </span>
        {startedAt && finishedAt && (
          <span className={styles.note}>
            took{' '}
            {formatDuration(Date.parse(finishedAt) - Date.parse(startedAt))}
          </span>
        )}
      </div>
      <ProgressBar
        label="Progress of the deployment"
        total={steps.length}
        done={done + failed + skipped}
        tone={tones[status]}
      />
      {deployment.message && (
        <p className={styles.message}>
          <Name>{deployment.message}</Name>
        </p>
      )}
    </Panel>
  );
};
