import type { Sync } from '@cnoc/backstage-plugin-cnoc-common';
import { CommitLabel } from '../../../components/CommitLabel/CommitLabel';
import { Name } from '../../../components/Name/Name';
import { StatusWord } from '../../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { plural } from '../../../text/plural';
import styles from './GitTab.module.css';

/** @internal */
export const SyncRow = ({ sync }: { sync: Sync }) => {
  const { changed } = sync;
  return (
    <li className={styles.sync}>
      <div className={styles.text}>
        {sync.commit ? (
          <CommitLabel commit={sync.commit} />
        ) : (
          <span>No commit</span>
        )}
        {sync.message && (
          <span className={styles.note}>
            <Name>{sync.message}</Name>
          </span>
        )}
      </div>
      <div className={styles.outcome}>
        <StatusWord tone={sync.state === 'synced' ? 'good' : 'bad'}>
          {sync.state === 'synced' ? 'Read' : 'Failed'}
        </StatusWord>
        {sync.rewritten && (
          <StatusWord tone="warning">History was rewritten</StatusWord>
        )}
        <span className={styles.note}>
          <span>
            read <TimeAgo at={sync.at} />
          </span>
          {changed && (
            <span>
              {plural(changed.files, 'file')} parsed, {changed.written} written,{' '}
              {changed.removed} removed
            </span>
          )}
          {sync.diagnostics > 0 && (
            <span>{plural(sync.diagnostics, 'remark')}</span>
          )}
        </span>
      </div>
    </li>
  );
};
