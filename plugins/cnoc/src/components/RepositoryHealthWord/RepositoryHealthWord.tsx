import type { RepositoryHealth } from '@cnoc/backstage-plugin-cnoc-common';
import { describeHealth } from '../../model/describeRepository';
import { StatusWord } from '../StatusWord/StatusWord';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './RepositoryHealthWord.module.css';

/**
 * Whether a git remote answers, why not, and since when.
 *
 * @internal
 */
export const RepositoryHealthWord = ({
  health,
}: {
  health: RepositoryHealth;
}) => {
  const { tone, word, detail } = describeHealth(health);
  return (
    <span className={styles.health} title={health.message}>
      <StatusWord tone={tone}>{word}</StatusWord>
      <span className={styles.note}>
        {detail}
        {detail && health.since && ' · '}
        {health.since && (
          <>
            since <TimeAgo at={health.since} clock />
          </>
        )}
      </span>
    </span>
  );
};
