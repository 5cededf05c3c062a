import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { DiagnosticList } from '../../../components/DiagnosticList/DiagnosticList';
import { Panel } from '../../../components/Panel/Panel';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { shortSha } from '../../../text/shortSha';
import styles from './OverviewTab.module.css';

/**
 * What git said when it could not be read whole.
 *
 * @internal
 */
export const SyncPanel = ({ fabric }: { fabric: Fabric }) => {
  const { sync } = fabric.status;
  return (
    <div id="fixSync">
      <Panel title="What git said" note={sync.at && <TimeAgo at={sync.at} />}>
        <p className={styles.message}>
          {(sync.message ?? 'The newest commit was read with remarks').replace(
            /\.?$/,
            '.',
          )}
          {sync.state === 'failed' &&
            sync.commit &&
            ` What was read at ${shortSha(
              sync.commit,
            )} stays in force; mend the files and push.`}
        </p>
        <DiagnosticList
          label="Diagnostics"
          diagnostics={sync.diagnostics ?? []}
        />
      </Panel>
    </div>
  );
};
