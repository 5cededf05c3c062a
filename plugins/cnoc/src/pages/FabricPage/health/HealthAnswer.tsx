import { useApi } from '@backstage/frontend-plugin-api';
import type { SwitchHealth } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { StatusWord } from '../../../components/StatusWord/StatusWord';
import { TotalTiles } from '../../../components/TotalTiles/TotalTiles';
import { useServerState } from '../../../hooks/useServerState';
import { summariseSwitches } from '../../../model/describeSwitch';
import styles from './SwitchesTab.module.css';

/**
 * The answer in one sentence, and the counts behind it.
 *
 * @internal
 */
export const HealthAnswer = (props: {
  fabric: string;
  switches: readonly SwitchHealth[];
  staleSince?: string;
}) => {
  const { fabric, switches, staleSince } = props;
  const api = useApi(cnocApiRef);
  const down = useServerState(
    fabric,
    async signal => {
      const { totalItems, items } = await api.listLinks(
        fabric,
        { state: 'down', limit: 1 },
        { signal },
      );
      return totalItems ?? items.length;
    },
    { fabric },
  ).data;
  const { tone, sentence } = summariseSwitches(switches, staleSince);
  const count = (state: SwitchHealth['state']) =>
    switches.filter(s => s.state === state).length;
  const bad = count('silent') + count('unhealthy');
  const reboots = switches.filter(s => s.rebootNeeded !== undefined).length;
  return (
    <>
      <div className={styles.answer}>
        <StatusWord tone={tone}>{sentence}</StatusWord>
        {down !== undefined && down > 0 && (
          <StatusWord tone={staleSince ? 'unknown' : 'bad'}>
            {`${down} ${down === 1 ? 'link is' : 'links are'} down`}
          </StatusWord>
        )}
      </div>
      <TotalTiles
        tiles={[
          {
            label: 'Ready',
            value: count('ready'),
            note: `of ${switches.length}; ${count('unknown')} unknown`,
          },
          {
            label: 'Not well',
            value: bad,
            note: `${count('silent')} silent, ${count('unhealthy')} unhealthy`,
            alarm: bad > 0 && !staleSince,
          },
          {
            label: 'Lagging',
            value: count('lagging'),
            note: 'behind what the cluster wants',
          },
          {
            label: 'Wait for a reboot',
            value: reboots,
            note: reboots > 0 ? 'each says why below' : 'none',
          },
        ]}
      />
    </>
  );
};
