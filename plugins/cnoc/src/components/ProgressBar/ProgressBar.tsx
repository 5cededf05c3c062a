import styles from './ProgressBar.module.css';

/**
 * How far something is; stands beside the same in words.
 *
 * @internal
 */
export const ProgressBar = (props: {
  label: string;
  done: number;
  total: number;
  tone?: 'good' | 'bad';
}) => (
  <progress
    className={styles.progress}
    max={Math.max(props.total, 1)}
    value={props.done}
    data-tone={props.tone}
    aria-label={props.label}
  />
);
