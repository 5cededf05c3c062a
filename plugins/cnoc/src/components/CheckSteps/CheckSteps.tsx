import type { ReactNode } from 'react';
import type { Tone } from '../../model/describeStatus';
import { Name } from '../Name/Name';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './CheckSteps.module.css';

const looks = {
  ok: { tone: 'good', word: 'Done' },
  warning: { tone: 'warning', word: 'In part' },
  failed: { tone: 'bad', word: 'Failed' },
  skipped: { tone: 'waiting', word: 'Skipped' },
} satisfies Record<string, { tone: Tone; word: string }>;

/**
 * What a remote or a cluster answered to a test, step by step, and what to do about the step that failed.
 *
 * @internal
 */
export const CheckSteps = <Check extends string>(props: {
  result: {
    ok: boolean;
    message: string;
    checks: readonly {
      check: Check;
      result: keyof typeof looks;
      message: string;
      hint?: string;
    }[];
  };
  /** What it means that all is well, in a few words */
  well: string;
  names: Record<Check, string>;
  /** What else was learnt */
  children?: ReactNode;
}) => {
  const { result, names } = props;
  return (
    <div className={styles.result}>
      <div role="status">
        <StatusWord tone={result.ok ? 'good' : 'bad'}>
          {result.ok ? props.well : 'The test failed'}
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
      {props.children}
    </div>
  );
};
