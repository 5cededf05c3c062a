import type { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { StatusWord } from '../../../components/StatusWord/StatusWord';
import { joinWords } from '../../../text/joinWords';
import styles from './OverviewTab.module.css';

/** @internal */
export const TestResult = ({ result }: { result: ConnectionTest }) => {
  const unreadable = result.kinds.filter(k => !k.served || !k.listable);
  return (
    <div role="status" className={styles.tested}>
      <StatusWord tone={result.ok ? 'good' : 'bad'}>
        {result.ok ? 'The test passed' : 'The test failed'}
      </StatusWord>{' '}
      {result.message}
      {unreadable.length > 0 &&
        ` Not readable: ${joinWords(unreadable.map(k => k.kind))}.`}
    </div>
  );
};
