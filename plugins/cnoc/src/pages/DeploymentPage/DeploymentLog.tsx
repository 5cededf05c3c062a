import { useEffect, useRef } from 'react';
import { DateTime } from 'luxon';
import type { DeploymentStep } from '@cnoc/backstage-plugin-cnoc-common';
import { Panel } from '../../components/Panel/Panel';
import { logOf } from '../../model/logOf';
import styles from './DeploymentPage.module.css';

/**
 * What happened, line by line; stays at the end while it grows.
 *
 * @internal
 */
export const DeploymentLog = (props: { steps: readonly DeploymentStep[] }) => {
  const lines = logOf(props.steps);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines.length]);
  return (
    <Panel title="Log">
      <div
        ref={box}
        className={styles.log}
        role="log"
        aria-label="Log of the deployment"
        // Scrollable, so it must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {lines.length === 0 && <span>Nothing has started yet.</span>}
        {lines.map(line => (
          <div key={line.key} data-failed={line.failed ? '' : undefined}>
            <time dateTime={line.at}>
              {DateTime.fromISO(line.at).toFormat('HH:mm:ss')}
            </time>{' '}
            <bdi>{line.text}</bdi>
          </div>
        ))}
      </div>
    </Panel>
  );
};
