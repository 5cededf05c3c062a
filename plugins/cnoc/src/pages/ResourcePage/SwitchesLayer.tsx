import { Fragment } from 'react';
import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Name } from '../../components/Name/Name';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { agentLooks, describeAgents } from '../../model/describeLayers';
import { describeSwitch } from '../../model/describeSwitch';
import { Layer } from './Layer';
import styles from './ResourcePage.module.css';

/** Most switches that are named. */
const MAX_NAMED = 4;

/**
 * Whether the switches that need the resource have it, which ones do not, and since when.
 *
 * @internal
 */
export const SwitchesLayer = (props: {
  fabric: string;
  resource: ResourceDetail;
}) => {
  const { layers, staleSince } = props.resource;
  const links = useCnocLinks();
  const { state, since } = layers.agents;
  const { tone, word } = agentLooks[state];
  const { sentence, others } = describeAgents(layers.agents);
  return (
    <Layer title="Switches" stale={staleSince !== undefined}>
      <StatusWord tone={staleSince && state !== 'none' ? 'unknown' : tone}>
        {word}
      </StatusWord>
      {sentence && (
        <span className={styles.age}>
          {sentence}
          {others.length > 0 && '; '}
          {others.slice(0, MAX_NAMED).map((one, index) => (
            <Fragment key={one.name}>
              {index > 0 && ', '}
              <InlineLink href={links.switchOf(props.fabric, one.name)}>
                <Name>{one.name}</Name>
              </InlineLink>{' '}
              {describeSwitch(one).word.toLowerCase()}
            </Fragment>
          ))}
          {others.length > MAX_NAMED &&
            ` and ${others.length - MAX_NAMED} more`}
          {since && (
            <>
              {others.length > 1 ? ', the longest since ' : ' since '}
              <TimeAgo at={since} clock />
            </>
          )}
        </span>
      )}
    </Layer>
  );
};
