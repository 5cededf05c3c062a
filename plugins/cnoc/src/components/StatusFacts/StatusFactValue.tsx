import type { StatusFact } from '../../model/describeStatus';
import { StatusWord } from '../StatusWord/StatusWord';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './StatusFacts.module.css';

/**
 * Icon, word, detail and age of one of the four facts.
 *
 * @internal
 */
export const StatusFactValue = ({ fact }: { fact: StatusFact }) => (
  <>
    <StatusWord tone={fact.tone}>{fact.word}</StatusWord>
    <span className={styles.note}>
      {fact.detail}
      {fact.detail && (fact.staleSince || fact.at) && ' · '}
      {fact.staleSince ? (
        <span className={styles.stale}>
          stale since <TimeAgo at={fact.staleSince} clock />
        </span>
      ) : (
        fact.at && <TimeAgo at={fact.at} />
      )}
    </span>
  </>
);
