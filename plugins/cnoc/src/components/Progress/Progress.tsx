import { useId } from 'react';
import styles from './Progress.module.css';

/**
 * How far a long operation is, in words and as a bar.
 *
 * @internal
 */
export const Progress = (props: {
  label: string;
  value: number;
  max: number;
}) => {
  const id = useId();
  return (
    <div className={styles.progress}>
      <span id={id} aria-live="polite">
        {props.label}
      </span>
      <progress
        className={styles.bar}
        aria-labelledby={id}
        value={props.value}
        max={Math.max(1, props.max)}
      />
    </div>
  );
};
