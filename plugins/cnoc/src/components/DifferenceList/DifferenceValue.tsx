import { formatValue } from '../../text/formatValue';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './DifferenceList.module.css';

/** @internal */
export const DifferenceValue = (props: {
  label: string;
  value: unknown;
  staleSince?: string;
}) => {
  const text = formatValue(props.value);
  return (
    <div
      className={styles.value}
      data-absent={text === undefined ? '' : undefined}
      data-stale={props.staleSince ? '' : undefined}
    >
      <span className={styles.label}>
        {props.label}
        {props.staleSince && (
          <>
            {' as of '}
            <TimeAgo at={props.staleSince} clock />
          </>
        )}
      </span>
      {text === undefined ? (
        <em className={styles.absent}>absent</em>
      ) : (
        <code className={styles.code}>{text}</code>
      )}
    </div>
  );
};
