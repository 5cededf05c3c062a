import type { SwitchHealth } from '@cnoc/backstage-plugin-cnoc-common';
import type { Tone } from '../../model/describeStatus';
import { ResourceLink } from '../ResourceLink/ResourceLink';
import { StatusWord } from '../StatusWord/StatusWord';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './SwitchList.module.css';

const looks: Record<SwitchHealth['state'], { tone: Tone; word: string }> = {
  silent: { tone: 'bad', word: 'Silent' },
  unhealthy: { tone: 'bad', word: 'Unhealthy' },
  lagging: { tone: 'busy', word: 'Lagging' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  ready: { tone: 'good', word: 'Ready' },
};
const order = Object.keys(looks);

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
}) => {
  const sorted = [...props.switches].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      a.name.localeCompare(b.name),
  );
  return (
    <ul
      className={styles.list}
      aria-label="Switches"
      data-stale={props.staleSince ? '' : undefined}
    >
      {sorted.map(member => (
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
            {generationsOf(member)}
            {member.heartbeatAt && member.state !== 'ready' && (
              <>
                {' · last heard '}
                <TimeAgo at={member.heartbeatAt} />
              </>
            )}
          </span>
          <StatusWord
            tone={props.staleSince ? 'unknown' : looks[member.state].tone}
          >
            {looks[member.state].word}
          </StatusWord>
        </li>
      ))}
    </ul>
  );
};

function generationsOf({
  generation,
  appliedGeneration,
}: SwitchHealth): string | undefined {
  if (generation === undefined) return undefined;
  if (appliedGeneration === generation) return `generation ${generation}`;
  return `generation ${appliedGeneration ?? 'none'} of ${generation}`;
}
