import { useId } from 'react';
import { FieldLabel } from '@backstage/ui';
import styles from './DateField.module.css';

/**
 * A day, as the browser asks for one: the UI kit's own field needs a calendar library to be filled in.
 *
 * @internal
 */
export const DateField = (props: {
  label: string;
  description?: string;
  /** What is wrong with the day */
  problem?: string;
  /** `2027-01-31`, or empty */
  value: string;
  onChange: (day: string) => void;
}) => {
  const id = useId();
  return (
    <div>
      <FieldLabel
        label={props.label}
        description={props.description}
        htmlFor={id}
        descriptionId={`${id}-description`}
      />
      <input
        id={id}
        className={styles.input}
        type="date"
        autoComplete="off"
        value={props.value}
        aria-invalid={props.problem !== undefined}
        aria-describedby={
          [
            props.description && `${id}-description`,
            props.problem && `${id}-problem`,
          ]
            .filter(Boolean)
            .join(' ') || undefined
        }
        onChange={event => props.onChange(event.target.value)}
      />
      {props.problem && (
        <div id={`${id}-problem`} className={styles.problem}>
          {props.problem}
        </div>
      )}
    </div>
  );
};
