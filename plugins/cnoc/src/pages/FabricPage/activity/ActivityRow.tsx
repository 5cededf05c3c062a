import { DateTime } from 'luxon';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiDeleteBinLine,
  RiEditLine,
  RiEyeLine,
  RiEyeOffLine,
  RiFileListLine,
  RiFlagLine,
  RiGitCommitLine,
  RiGitPullRequestLine,
  RiHistoryLine,
  RiRocketLine,
  RiServerLine,
  RiUploadLine,
  RiWifiOffLine,
} from '@remixicon/react';
import type { Activity } from '@cnoc/backstage-plugin-cnoc-common';
import { ActorName } from '../../../components/ActorName/ActorName';
import { InlineLink } from '../../../components/InlineLink/InlineLink';
import { Name } from '../../../components/Name/Name';
import { ResourceLink } from '../../../components/ResourceLink/ResourceLink';
import { SeverityWord } from '../../../components/SeverityWord/SeverityWord';
import { useCnocLinks } from '../../../hooks/useCnocLinks';
import { formatExact } from '../../../text/formatTime';
import { shortSha } from '../../../text/shortSha';
import styles from './ActivityTab.module.css';

const looks = {
  'commit.synced': { Icon: RiGitCommitLine, word: 'Commit read' },
  'commit.pushed': { Icon: RiUploadLine, word: 'Commit pushed' },
  'pullRequest.opened': {
    Icon: RiGitPullRequestLine,
    word: 'Pull request opened',
  },
  'history.rewritten': { Icon: RiHistoryLine, word: 'History rewritten' },
  'sync.failed': { Icon: RiCloseCircleLine, word: 'Sync failed' },
  'cluster.connected': { Icon: RiServerLine, word: 'Cluster answers' },
  'cluster.disconnected': { Icon: RiWifiOffLine, word: 'Cluster silent' },
  'cluster.replaced': { Icon: RiServerLine, word: 'Other cluster' },
  'fabric.created': { Icon: RiEditLine, word: 'Registered' },
  'fabric.updated': { Icon: RiEditLine, word: 'Settings' },
  'fabric.deleted': { Icon: RiDeleteBinLine, word: 'Forgotten' },
  'fabric.tested': { Icon: RiCheckboxCircleLine, word: 'Self-test' },
  'finding.opened': { Icon: RiAlertLine, word: 'Finding' },
  'finding.resolved': { Icon: RiCheckboxCircleLine, word: 'Resolved' },
  'finding.acknowledged': { Icon: RiEyeLine, word: 'Acknowledged' },
  'finding.suppressed': { Icon: RiEyeOffLine, word: 'Suppressed' },
  'finding.reopened': { Icon: RiAlertLine, word: 'Open again' },
  'ignoreRule.created': { Icon: RiEyeOffLine, word: 'Ignore rule' },
  'ignoreRule.deleted': { Icon: RiEyeLine, word: 'Ignore rule' },
  'plan.created': { Icon: RiFileListLine, word: 'Plan' },
  'deployment.started': { Icon: RiRocketLine, word: 'Deployment started' },
  'deployment.finished': { Icon: RiFlagLine, word: 'Deployment ended' },
};

/** @internal */
export const ActivityRow = (props: { fabric: string; activity: Activity }) => {
  const { fabric, activity } = props;
  const { resource, severity, commit, deployment, actor } = activity;
  const { Icon, word } = looks[activity.type];
  const links = useCnocLinks();
  return (
    <li className={styles.event}>
      <Icon className={styles.icon} size={18} aria-hidden />
      <span className={styles.time}>
        <time dateTime={activity.at} title={formatExact(new Date(activity.at))}>
          {DateTime.fromISO(activity.at).toFormat('HH:mm')}
        </time>
      </span>
      <div className={styles.text}>
        <span>
          <strong>{word}</strong>{' '}
          {severity && <SeverityWord severity={severity} />}{' '}
          {resource && (
            <>
              <ResourceLink fabric={fabric} {...resource} />
              {' – '}
            </>
          )}
          <Name>{activity.message}</Name>
        </span>
        <span className={styles.note}>
          {actor && (
            <span>
              by <ActorName actor={actor} />
            </span>
          )}
          {commit && (
            <span>
              commit <Name mono>{shortSha(commit)}</Name>
            </span>
          )}
          {deployment && (
            <InlineLink href={links.deployment(fabric, deployment)}>
              Open the deployment
            </InlineLink>
          )}
        </span>
      </div>
    </li>
  );
};
