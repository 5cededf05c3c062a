import { useState } from 'react';
import { Button } from '@backstage/ui';
import styles from './UnifiedDiff.module.css';

/** Lines that are drawn at once; a browser grows slow beyond. */
const STEP = 500;

const looks: Record<string, string> = {
  '+': 'added',
  '-': 'removed',
  '@': 'hunk',
};

/**
 * A unified diff, line by line; sign and colour both tell what was added and removed.
 *
 * @internal
 */
export const UnifiedDiff = (props: { label: string; diff: string }) => {
  const [shown, setShown] = useState(STEP);
  const lines = props.diff
    .replace(/\n$/, '')
    .split('\n')
    .filter(line => !/^(---|\+\+\+|Index: |={5,}|diff --git )/.test(line));
  return (
    <div className={styles.root}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it */}
      <pre className={styles.diff} aria-label={props.label} tabIndex={0}>
        {lines.slice(0, shown).map((line, index) => (
          <bdi key={index} className={styles.line} data-look={looks[line[0]]}>
            {line === '' ? ' ' : line}
          </bdi>
        ))}
      </pre>
      {lines.length > shown && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => setShown(before => before + STEP)}
        >
          {`Show more of ${lines.length} lines`}
        </Button>
      )}
    </div>
  );
};
