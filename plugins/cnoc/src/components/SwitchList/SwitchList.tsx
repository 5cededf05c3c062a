import type { SwitchHealth } from '@cnoc/backstage-plugin-cnoc-common';
import {
  compareSwitches,
  describeGenerations,
  describeSwitch,
} from '../../model/describeSwitch';
import { ResourceLink } from '../ResourceLink/ResourceLink';
import { StatusWord } from '../StatusWord/StatusWord';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './SwitchList.module.css';

/**
 * Switches, the ones in trouble first, with how far their agent has come.
 *
 * @internal
 */
export const SwitchList = (props: {
  fabric: string;
  switches: readonly SwitchHealth[];
  /** What is known of the switches is from then */
  staleSince?: string;
}) => (
  <ul
    className={styles.list}
    aria-label="Switches"
    data-stale={props.staleSince ? '' : undefined}
  >
    {[...props.switches].sort(compareSwitches).map(member => {
      const { tone, word } = describeSwitch(member, props.staleSince);
      return (
        <li key={member.name} className={styles.item}>
          <span className={styles.name}>
            <ResourceLink
              fabric={props.fabric}
              kind="Switch"
              name={member.name}
              hideKind
            />
            {member.role && <span className={styles.note}>{member.role}</span>}
          </span>
          <span className={styles.note}>
            {describeGenerations(member)}
            {member.heartbeatAt && member.state !== 'ready' && (
              <>
                {' · last heard '}
                <TimeAgo at={member.heartbeatAt} />
              </>
            )}
            {member.problems?.[0] && <> · {member.problems[0]}</>}
          </span>
          <StatusWord tone={tone}>{word}</StatusWord>
        </li>
      );
    })}
  </ul>
);
