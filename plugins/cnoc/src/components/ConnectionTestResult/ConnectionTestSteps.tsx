import type { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import type { Tone } from '../../model/describeStatus';
import { Name } from '../Name/Name';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './ConnectionTestResult.module.css';

type Check = ConnectionTest['checks'][number];

const names: Record<Check['check'], string> = {
  address: 'Address',
  reach: 'Reach the server',
  'sign-in': 'Sign in',
  identity: 'Which cluster it is',
  kinds: 'Hedgehog’s kinds',
  rights: 'Rights',
};

const looks: Record<Check['result'], { tone: Tone; word: string }> = {
  ok: { tone: 'good', word: 'Done' },
  warning: { tone: 'warning', word: 'In part' },
  failed: { tone: 'bad', word: 'Failed' },
  skipped: { tone: 'waiting', word: 'Skipped' },
};

/**
 * What a cluster answered, step by step, and what to do about the step that failed.
 *
 * @internal
 */
export const ConnectionTestSteps = ({ result }: { result: ConnectionTest }) => (
  <div className={styles.result}>
    <div role="status">
      <StatusWord tone={result.ok ? 'good' : 'bad'}>
        {result.ok ? 'The cluster answers' : 'The test failed'}
      </StatusWord>
      {' – '}
      <Name>{result.message}</Name>
    </div>
    {result.checks.length > 0 && (
      <ol className={styles.checks} aria-label="Checks">
        {result.checks.map(check => (
          <li
            key={check.check}
            className={styles.check}
            data-result={check.result}
          >
            <span className={styles.name}>{names[check.check]}</span>
            <StatusWord tone={looks[check.result].tone}>
              {looks[check.result].word}
            </StatusWord>
            <span className={styles.text}>
              <Name>{check.message}</Name>
              {check.hint && (
                <span className={styles.hint}>
                  <Name>{check.hint}</Name>
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    )}
    {(result.version || result.identity) && (
      <span className={styles.hint}>
        {result.version && `Version ${result.version}`}
        {result.version && result.identity && ' · '}
        {result.identity && (
          <>
            identity <Name mono>{result.identity}</Name>
          </>
        )}
        {result.namespace && ` · namespace ${result.namespace}`}
      </span>
    )}
  </div>
);
