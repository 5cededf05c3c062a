import { useId, useState, type ReactNode } from 'react';
import { RiArrowRightSLine } from '@remixicon/react';
import styles from './Expandable.module.css';

type Props = {
  /** Name of the button that opens, for example `Show the differences of VPC vpc-1` */
  label: string;
  /** Always visible; may hold links and inputs, so it is not part of the button */
  summary: ReactNode;
  /** Stands before the button, for example a checkbox */
  before?: ReactNode;
  /** Absent = nothing to open */
  children?: ReactNode;
  /** No room for the button where no row of the list opens */
  plain?: boolean;
  initiallyOpen?: boolean;
};

/**
 * A row that opens to its details. Details are rendered only while open.
 *
 * @internal
 */
export const Expandable = (props: Props) => {
  const [open, setOpen] = useState(props.initiallyOpen ?? false);
  const id = useId();
  const hasDetails = props.children !== undefined && props.children !== null;
  return (
    <div className={styles.expandable} data-open={open ? '' : undefined}>
      <div className={styles.row}>
        {props.before}
        {hasDetails ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={props.label}
            onClick={() => setOpen(before => !before)}
          >
            <RiArrowRightSLine size={18} aria-hidden />
          </button>
        ) : (
          !props.plain && <span className={styles.toggle} />
        )}
        <div className={styles.summary}>{props.summary}</div>
      </div>
      {open && hasDetails && (
        <div className={styles.details} id={id}>
          {props.children}
        </div>
      )}
    </div>
  );
};
