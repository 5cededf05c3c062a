import type { Link, LinkEnd } from '@cnoc/backstage-plugin-cnoc-common';
import { Flash } from '../../../components/Flash/Flash';
import { Name } from '../../../components/Name/Name';
import { ResourceLink } from '../../../components/ResourceLink/ResourceLink';
import { StatusWord } from '../../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { linkLooks, portLooks } from '../../../model/describeSwitch';
import styles from './SwitchesTab.module.css';

const End = (props: { fabric: string; end: LinkEnd; stale: boolean }) => {
  const { end } = props;
  const { tone, word } = portLooks[end.state];
  return (
    <>
      {end.deviceKind ? (
        <ResourceLink
          fabric={props.fabric}
          kind={end.deviceKind}
          name={end.device}
          hideKind
        />
      ) : (
        <Name>{end.device}</Name>
      )}
      <Name mono>{end.port}</Name>
      {/* The end of a server tells nothing of itself: unknown there is no alarm. */}
      <StatusWord tone={props.stale ? 'unknown' : tone}>{word}</StatusWord>
      {end.speed && <span className={styles.note}>{end.speed}</span>}
    </>
  );
};

/**
 * One link: its state, both ends, and what is lost while it is down.
 *
 * @internal
 */
export const LinkRow = (props: {
  fabric: string;
  link: Link;
  stale: boolean;
}) => {
  const { fabric, link, stale } = props;
  const { tone, word } = linkLooks[link.state];
  return (
    <div className={styles.link}>
      <Flash value={link.state}>
        <StatusWord tone={stale ? 'unknown' : tone}>{word}</StatusWord>
      </Flash>
      {[0, 1].map(index => (
        <span key={index} className={styles.end}>
          {link.ends[index] && (
            <End fabric={fabric} end={link.ends[index]} stale={stale} />
          )}
        </span>
      ))}
      <span className={styles.linkName}>
        <ResourceLink
          fabric={fabric}
          kind="Connection"
          name={link.connection}
          hideKind
        />
        <span className={styles.note}>
          {link.type}
          {link.type && link.since && ' · '}
          {link.since && (
            <>
              since <TimeAgo at={link.since} clock />
            </>
          )}
        </span>
        {link.effect && <span>{link.effect}</span>}
      </span>
    </div>
  );
};
