import { useApi } from '@backstage/frontend-plugin-api';
import type { SwitchDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Name } from '../../../components/Name/Name';
import { ResourceLink } from '../../../components/ResourceLink/ResourceLink';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { StatusWord } from '../../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { useServerState } from '../../../hooks/useServerState';
import type { Tone } from '../../../model/describeStatus';
import { portLooks } from '../../../model/describeSwitch';
import styles from './SwitchesTab.module.css';

type Port = SwitchDetail['ports'][number];
type Neighbor = SwitchDetail['neighbors'][number];

const portOrder = Object.keys(portLooks);

const isUp = ({ state }: Neighbor) => state.toLowerCase() === 'established';

const PortFacts = (props: { fabric: string; port: Port; stale: boolean }) => {
  const { port } = props;
  const { tone, word } = portLooks[port.state];
  return (
    <>
      <StatusWord tone={props.stale ? 'unknown' : tone}>{word}</StatusWord>
      <Name mono>{port.name}</Name>
      {port.connection && (
        <ResourceLink
          fabric={props.fabric}
          kind="Connection"
          name={port.connection}
          hideKind
        />
      )}
      <span className={styles.note}>
        {port.speed}
        {port.speed && port.since && ' · '}
        {port.since && (
          <>
            since <TimeAgo at={port.since} clock />
          </>
        )}
      </span>
    </>
  );
};

/**
 * The ports of one switch and its BGP neighbours, those that are down first.
 *
 * @internal
 */
export const SwitchPorts = (props: { fabric: string; name: string }) => {
  const { fabric, name } = props;
  const api = useApi(cnocApiRef);
  const { data, error, loading, refresh } = useServerState(
    JSON.stringify([fabric, name]),
    signal => api.getSwitch(fabric, name, { signal }),
    { fabric },
  );
  if (loading) return <LoadingRows label={`Loading ${name}`} rows={2} />;
  if (!data) {
    return (
      <ErrorPanel
        title={`The ports of ${name} could not be loaded`}
        error={error}
        onRetry={refresh}
      />
    );
  }
  const stale = data.staleSince !== undefined;
  const ports = [...data.ports].sort(
    (a, b) => portOrder.indexOf(a.state) - portOrder.indexOf(b.state),
  );
  const neighbors = [...data.neighbors].sort(
    (a, b) => Number(isUp(a)) - Number(isUp(b)),
  );
  return (
    <div className={styles.details}>
      {data.staleSince && (
        <StaleBand
          since={data.staleSince}
          cause="nothing newer was heard of this switch."
        />
      )}
      <h4>Ports</h4>
      {ports.length === 0 ? (
        <span className={styles.note}>Its agent reports none.</span>
      ) : (
        <ul
          className={styles.ports}
          aria-label={`Ports of ${name}`}
          data-stale={stale ? '' : undefined}
        >
          {ports.map(port => (
            <li key={port.name}>
              <PortFacts fabric={fabric} port={port} stale={stale} />
            </li>
          ))}
        </ul>
      )}
      <h4>BGP neighbours</h4>
      {neighbors.length === 0 ? (
        <span className={styles.note}>Its agent reports none.</span>
      ) : (
        <ul className={styles.ports} aria-label={`BGP neighbours of ${name}`}>
          {neighbors.map(neighbor => (
            <li key={`${neighbor.vrf} ${neighbor.address}`}>
              <StatusWord tone={toneOf(neighbor, stale)}>
                {neighbor.state}
              </StatusWord>
              <Name mono>{neighbor.address}</Name>
              {neighbor.device && (
                <ResourceLink
                  fabric={fabric}
                  kind="Switch"
                  name={neighbor.device}
                  hideKind
                />
              )}
              <span className={styles.note}>
                {neighbor.vrf}
                {neighbor.since && (
                  <>
                    {' · since '}
                    <TimeAgo at={neighbor.since} clock />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

function toneOf(neighbor: Neighbor, stale: boolean): Tone {
  if (stale || neighbor.state.toLowerCase() === 'unknown') return 'unknown';
  return isUp(neighbor) ? 'good' : 'bad';
}
