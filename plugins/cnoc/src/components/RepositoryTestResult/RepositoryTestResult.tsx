import type { RepositoryTest } from '@cnoc/backstage-plugin-cnoc-common';
import type { Tone } from '../../model/describeStatus';
import { plural } from '../../text/plural';
import { CommitLabel } from '../CommitLabel/CommitLabel';
import { Name } from '../Name/Name';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './RepositoryTestResult.module.css';

type Check = RepositoryTest['checks'][number];

const names: Record<Check['check'], string> = {
  address: 'Address',
  reach: 'Reach the host',
  'sign-in': 'Sign in',
  branch: 'Find the branch',
  path: 'Find the directory',
  write: 'May write',
};

const looks: Record<Check['result'], { tone: Tone; word: string }> = {
  ok: { tone: 'good', word: 'Done' },
  failed: { tone: 'bad', word: 'Failed' },
  skipped: { tone: 'waiting', word: 'Skipped' },
};

/** Most branches that are named. */
const MAX_BRANCHES = 12;

/**
 * What a git remote answered, step by step, and what to do about the step that failed.
 *
 * @internal
 */
export const RepositoryTestResult = ({
  result,
}: {
  result: RepositoryTest;
}) => {
  const { branches = [], hostKey, head } = result;
  return (
    <div className={styles.result}>
      <div role="status">
        <StatusWord tone={result.ok ? 'good' : 'bad'}>
          {result.ok ? 'The remote answers' : 'The test failed'}
        </StatusWord>
        {' – '}
        <Name>{result.message}</Name>
      </div>
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
      {head && <CommitLabel commit={head} />}
      {branches.length > 0 && (
        <span className={styles.hint}>
          {plural(branches.length, 'branch', 'branches')}:{' '}
          <Name>{branches.slice(0, MAX_BRANCHES).join(', ')}</Name>
          {branches.length > MAX_BRANCHES && ' …'}
        </span>
      )}
      {hostKey && (
        <span className={styles.hint}>
          The host shows the key <Name mono>{hostKey}</Name>
        </span>
      )}
    </div>
  );
};
