import {
  RiErrorWarningFill,
  RiAlertFill,
  RiInformationLine,
} from '@remixicon/react';
import type { Severity } from '@cnoc/backstage-plugin-cnoc-common';
import styles from './SeverityWord.module.css';

const looks = {
  critical: { Icon: RiErrorWarningFill, word: 'Critical' },
  warning: { Icon: RiAlertFill, word: 'Warning' },
  info: { Icon: RiInformationLine, word: 'Info' },
};

/**
 * A severity as icon and word. Stands beside its reason, always.
 *
 * @internal
 */
export const SeverityWord = ({ severity }: { severity: Severity }) => {
  const { Icon, word } = looks[severity];
  return (
    <span className={styles.severity} data-severity={severity}>
      <Icon size={14} aria-hidden />
      {word}
    </span>
  );
};
