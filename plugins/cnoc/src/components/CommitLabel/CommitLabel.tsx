import type { Commit } from '@cnoc/backstage-plugin-cnoc-common';
import { shortSha } from '../../text/shortSha';
import { Name } from '../Name/Name';
import { SafeLink } from '../SafeLink/SafeLink';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './CommitLabel.module.css';

/**
 * Message, short SHA, author and age of a commit.
 *
 * @internal
 */
export const CommitLabel = ({ commit }: { commit: Commit }) => (
  <span className={styles.commit}>
    {commit.message && (
      <bdi className={styles.message} title={commit.message}>
        {commit.message}
      </bdi>
    )}
    <span className={styles.note}>
      <SafeLink href={commit.url}>
        <Name mono>{shortSha(commit.sha)}</Name>
      </SafeLink>
      {commit.author && (
        <>
          {' · '}
          <Name>{commit.author}</Name>
        </>
      )}
      {commit.at && (
        <>
          {' · '}
          <TimeAgo at={commit.at} />
        </>
      )}
    </span>
  </span>
);
