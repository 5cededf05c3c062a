import type { SwitchHealth } from '@cnoc/backstage-plugin-cnoc-common';
import { Expandable } from '../../../components/Expandable/Expandable';
import { Flash } from '../../../components/Flash/Flash';
import { Name } from '../../../components/Name/Name';
import { ResourceLink } from '../../../components/ResourceLink/ResourceLink';
import { StatusWord } from '../../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import {
  describeGenerations,
  describeSessions,
  describeSwitch,
} from '../../../model/describeSwitch';
import { SwitchPorts } from './SwitchPorts';
import styles from './SwitchesTab.module.css';

/**
 * One switch: its state, how far its agent has come, its interfaces and sessions, and what is wrong.
 *
 * @internal
 */
export const SwitchRow = (props: {
  fabric: string;
  member: SwitchHealth;
  staleSince?: string;
  initiallyOpen: boolean;
}) => {
  const { fabric, member, staleSince } = props;
  const { tone, word } = describeSwitch(member, staleSince);
  const generations = describeGenerations(member);
  const sessions = describeSessions(member);
  const { problems = [] } = member;
  return (
    <Expandable
      label={`Ports and neighbours of ${member.name}`}
      initiallyOpen={props.initiallyOpen}
      summary={
        <div className={styles.head}>
          <span className={styles.name}>
            <ResourceLink
              fabric={fabric}
              kind="Switch"
              name={member.name}
              hideKind
            />
            {member.role && <span className={styles.note}>{member.role}</span>}
          </span>
          <Flash value={member.state}>
            <StatusWord tone={tone}>{word}</StatusWord>
          </Flash>
          <span className={styles.facts}>
            {member.since && (
              <span>
                since <TimeAgo at={member.since} clock />
              </span>
            )}
            {generations && <span>{generations}</span>}
            <span>
              {member.heartbeatAt ? (
                <>
                  heard <TimeAgo at={member.heartbeatAt} />
                </>
              ) : (
                'never heard'
              )}
            </span>
            {sessions.words.map(words => (
              <span
                key={words}
                className={sessions.wrong ? styles.wrong : undefined}
              >
                {words}
              </span>
            ))}
            {member.software && (
              <span className={styles.note}>
                <Name>{member.software}</Name>
              </span>
            )}
          </span>
          {(member.rebootNeeded || problems.length > 0) && (
            <ul
              className={styles.problems}
              aria-label={`What is wrong with ${member.name}`}
            >
              {member.rebootNeeded && (
                <li>Waits for a reboot: {member.rebootNeeded}</li>
              )}
              {problems
                .filter(problem => problem !== member.rebootNeeded)
                .map(problem => (
                  <li key={problem}>{problem}</li>
                ))}
            </ul>
          )}
        </div>
      }
    >
      <SwitchPorts fabric={fabric} name={member.name} />
    </Expandable>
  );
};
