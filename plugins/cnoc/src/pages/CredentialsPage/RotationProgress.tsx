import type { KeyRotation } from '@cnoc/backstage-plugin-cnoc-common';
import { ActorName } from '../../components/ActorName/ActorName';
import { ProgressBar } from '../../components/ProgressBar/ProgressBar';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { plural } from '../../text/plural';
import styles from './CredentialsPage.module.css';

const looks = {
  running: { tone: 'busy', word: 'Re-encrypting' },
  done: { tone: 'good', word: 'Re-encrypted' },
  failed: { tone: 'bad', word: 'Not finished' },
} as const;

/** @internal */
export const RotationProgress = ({ rotation }: { rotation: KeyRotation }) => {
  const { state, done, total, startedAt, finishedAt, startedBy } = rotation;
  if (state === 'idle') return null;
  const { tone, word } = looks[state];
  return (
    <div>
      <div role="status">
        <StatusWord tone={tone}>{word}</StatusWord> {done} of{' '}
        {plural(total, 'value')}
      </div>
      <ProgressBar
        label="Progress of the re-encryption"
        done={done}
        total={total}
        tone={tone === 'busy' ? undefined : tone}
      />
      <span className={styles.note}>
        {finishedAt ? (
          <>
            ended <TimeAgo at={finishedAt} />
          </>
        ) : (
          startedAt && (
            <>
              started <TimeAgo at={startedAt} />
            </>
          )
        )}
        {startedBy && (
          <>
            , started by <ActorName actor={startedBy} />
          </>
        )}
        {state === 'running' &&
          '. Everything works meanwhile; you may leave this page.'}
      </span>
    </div>
  );
};
