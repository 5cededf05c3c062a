import { useApi } from '@backstage/frontend-plugin-api';
import { RiRouterLine } from '@remixicon/react';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { LoadingTiles } from '../../../components/Loading/LoadingTiles';
import { Panel } from '../../../components/Panel/Panel';
import { RowList } from '../../../components/RowList/RowList';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { useServerState } from '../../../hooks/useServerState';
import { useUrlState } from '../../../hooks/useUrlState';
import { compareSwitches } from '../../../model/describeSwitch';
import { plural } from '../../../text/plural';
import { HealthAnswer } from './HealthAnswer';
import { LinksPanel } from './LinksPanel';
import { SwitchRow } from './SwitchRow';
import styles from './SwitchesTab.module.css';

/**
 * Are the switches and links well?
 *
 * @internal
 */
export const SwitchesTab = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const [opened] = useUrlState('switch');
  const state = useServerState(
    fabric.name,
    signal => api.listSwitches(fabric.name, { signal }),
    { fabric: fabric.name },
  );
  const { data, error } = state;
  const staleSince =
    data?.staleSince ?? fabric.status.connection.staleSince ?? undefined;
  return (
    <>
      {state.loading && (
        <>
          <LoadingTiles label="Loading the counts of switches" />
          <LoadingRows label="Loading switches" rows={5} />
        </>
      )}
      {error && data && (
        <StaleBand
          since={state.updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      {error && !data && (
        <ErrorPanel
          title="The switches could not be loaded"
          error={error}
          stillWorks="The switches themselves are not touched by this."
          onRetry={state.refresh}
        />
      )}
      {data && data.items.length === 0 && (
        <EmptyState
          icon={<RiRouterLine size={32} aria-hidden />}
          title="No switches known"
        >
          They appear when the cluster was read, with what the agent on each of
          them reports.
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <HealthAnswer
            fabric={fabric.name}
            switches={data.items}
            staleSince={staleSince}
          />
          <Panel
            flush
            title="Switches"
            note={`${plural(
              data.items.length,
              'switch',
              'switches',
            )}, worst first`}
          >
            <div className={staleSince ? styles.stale : undefined}>
              <RowList label="Switches">
                {[...data.items].sort(compareSwitches).map(member => (
                  <li key={member.name}>
                    <SwitchRow
                      fabric={fabric.name}
                      member={member}
                      staleSince={staleSince}
                      initiallyOpen={member.name === opened}
                    />
                  </li>
                ))}
              </RowList>
            </div>
          </Panel>
        </>
      )}
      <LinksPanel fabric={fabric.name} staleSince={staleSince} />
    </>
  );
};
