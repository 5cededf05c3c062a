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
        aria-describedby={props.description ? `${id}-description` : undefined}
        onChange={event => props.onChange(event.target.value)}
      />
    </div>
  );
};
