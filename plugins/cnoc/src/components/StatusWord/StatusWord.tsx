import type { ReactNode } from 'react';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLoader4Line,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import type { Tone } from '../../model/describeStatus';
import styles from './StatusWord.module.css';

// Each tone has a shape of its own, so that a grey screen tells the same.
const icons = {
  good: RiCheckboxCircleLine,
  busy: RiLoader4Line,
  warning: RiAlertLine,
  bad: RiCloseCircleLine,
  unknown: RiQuestionLine,
  waiting: RiTimeLine,
};

/**
 * Icon and word of a state.
 *
 * @internal
 */
export const StatusWord = (props: { tone: Tone; children: ReactNode }) => {
  const Icon = icons[props.tone];
  return (
    <span className={styles.status} data-tone={props.tone}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <span>{props.children}</span>
    </span>
  );
};
