import type { ReactElement } from 'react';
import { Button } from '@backstage/ui';
import {
  RiCloseCircleLine,
  RiLockLine,
  RiLoginCircleLine,
  RiQuestionLine,
  RiRefreshLine,
  RiTimeLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { describeError, type ErrorKind } from '../../errors/describeError';
import styles from './ErrorPanel.module.css';

const icons: Record<ErrorKind, ReactElement> = {
  signedOut: <RiLoginCircleLine size={24} aria-hidden />,
  forbidden: <RiLockLine size={24} aria-hidden />,
  notFound: <RiQuestionLine size={24} aria-hidden />,
  conflict: <RiCloseCircleLine size={24} aria-hidden />,
  rejected: <RiCloseCircleLine size={24} aria-hidden />,
  throttled: <RiTimeLine size={24} aria-hidden />,
  server: <RiCloseCircleLine size={24} aria-hidden />,
  timeout: <RiTimeLine size={24} aria-hidden />,
  offline: <RiWifiOffLine size={24} aria-hidden />,
};

type Props = {
  /** What was tried, for example `The fabrics could not be loaded` */
  title: string;
  error: unknown;
  /** What is not touched by this failure */
  stillWorks?: string;
  onRetry?: () => void;
};

/**
 * What failed, why, what still works and what to try.
 *
 * @internal
 */
export const ErrorPanel = (props: Props) => {
  const { kind, reason, tryThis } = describeError(props.error);
  return (
    <div className={styles.panel} role="alert" data-kind={kind}>
      {icons[kind]}
      <div className={styles.text}>
        <strong>{props.title}</strong>
        <span>{reason}</span>
        <span className={styles.hint}>
          {tryThis}
          {props.stillWorks && ` ${props.stillWorks}`}
        </span>
      </div>
      {props.onRetry && (
        <Button
          variant="secondary"
          iconStart={<RiRefreshLine />}
          onPress={props.onRetry}
        >
          Retry
        </Button>
      )}
    </div>
  );
};
