import { useState, type ReactNode } from 'react';
import styles from './Flash.module.css';

/**
 * Lights its content up for a moment when `value` changes while it is on screen.
 *
 * @internal
 */
export const Flash = (props: { value: string; children: ReactNode }) => {
  const [seen, setSeen] = useState({ value: props.value, changes: 0 });
  if (seen.value !== props.value) {
    setSeen({ value: props.value, changes: seen.changes + 1 });
  }
  const { changes } = seen;
  // The key restarts the animation for every change.
  return (
    <span
      key={changes}
      className={changes > 0 ? styles.changed : undefined}
      data-changed={changes > 0 ? '' : undefined}
    >
      {props.children}
    </span>
  );
};
