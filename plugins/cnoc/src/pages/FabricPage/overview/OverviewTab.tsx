import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { LayersStrip } from '../../../components/LayersStrip/LayersStrip';
import { Panel } from '../../../components/Panel/Panel';
import { SwitchList } from '../../../components/SwitchList/SwitchList';
import { plural } from '../../../text/plural';
import { RiRouterLine } from '@remixicon/react';
import { ConnectionPanel } from './ConnectionPanel';
import { LastDeployments } from './LastDeployments';
import { StateCounts } from './StateCounts';
import { SyncPanel } from './SyncPanel';
import { TopFindings } from './TopFindings';
import styles from './OverviewTab.module.css';

/**
 * Is it all right, and if not, what first?
 *
 * @internal
 */
export const OverviewTab = ({ fabric }: { fabric: Fabric }) => {
  const { status, layers } = fabric;
  const needsConnection =
    status.connection.state === 'disconnected' ||
    status.connection.state === 'degraded';
  const { diagnostics = [] } = status.sync;
  const needsSync =
    status.sync.state === 'failed' ||
    diagnostics.some(({ severity }) => severity !== 'info');
  return (
    <>
      {needsConnection && <ConnectionPanel fabric={fabric} />}
      {needsSync && <SyncPanel fabric={fabric} />}
      <Panel title="From git to the switches">
        <LayersStrip fabric={fabric} />
      </Panel>
      <TopFindings fabric={fabric} />
      <div className={styles.columns}>
        <Panel
          title="Switches by health"
          note={plural(layers.switches.length, 'switch', 'switches')}
        >
          {layers.switches.length > 0 ? (
            <SwitchList
              fabric={fabric.name}
              switches={layers.switches}
              staleSince={status.connection.staleSince}
            />
          ) : (
            <EmptyState
              icon={<RiRouterLine size={28} aria-hidden />}
              title="No switches known"
            >
              They appear when the cluster was read.
            </EmptyState>
          )}
        </Panel>
        <div className={styles.column}>
          <Panel title="Resources by state">
            <StateCounts fabric={fabric} />
          </Panel>
          <LastDeployments fabric={fabric} />
        </div>
      </div>
      {!needsSync && diagnostics.length > 0 && <SyncPanel fabric={fabric} />}
    </>
  );
};
