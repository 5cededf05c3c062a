import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { RepositoryDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { useNow } from '../../hooks/useNow';
import { describeHealth } from '../../model/describeRepository';
import {
  healthTimeline,
  type HealthTimeline,
} from '../../model/healthTimeline';
import { formatDuration } from '../../text/formatTime';
import { plural } from '../../text/plural';
import { HealthStrip } from './HealthStrip';
import styles from './RepositoryPage.module.css';

/** Rows that are shown before somebody asks for all. */
const FIRST = 6;

/**
 * When the remote answered and when not, as a strip and as a list.
 *
 * @internal
 */
export const HealthPanel = (props: { repository: RepositoryDetail }) => {
  const { health, history } = props.repository;
  const now = useNow();
  const [all, setAll] = useState(false);
  const timeline = healthTimeline(health, history, now);
  const { spans } = timeline;
  const summary = describe(timeline);
  return (
    <Panel title="Health over time" note={summary} flush>
      <div className={styles.strip}>
        <HealthStrip timeline={timeline} label={summary} />
      </div>
      <RowList label="How the health changed">
        {spans.slice(0, all ? undefined : FIRST).map(span => {
          const { tone, word, detail } = describeHealth(span);
          return (
            <li key={span.from}>
              <div className={styles.row}>
                <StatusWord
                  tone={span.current || tone === 'bad' ? tone : 'waiting'}
                >
                  {word}
                </StatusWord>
                <span>
                  <TimeAgo at={new Date(span.from)} />
                  {span.current
                    ? `, for ${formatDuration(span.to - span.from)} now`
                    : `, for ${formatDuration(span.to - span.from)}`}
                  {detail && ` · ${detail}`}
                </span>
              </div>
              {span.message && (
                <span className={styles.note}>
                  <Name>{span.message}</Name>
                </span>
              )}
            </li>
          );
        })}
        {spans.length > FIRST && !all && (
          <li>
            <Button
              variant="tertiary"
              size="small"
              onPress={() => setAll(true)}
            >{`Show all ${spans.length}`}</Button>
          </li>
        )}
      </RowList>
    </Panel>
  );
};

function describe(timeline: HealthTimeline): string {
  const { reachable, outages, longestOutage, window } = timeline;
  if (reachable === undefined) return 'not tried yet';
  if (outages === 0) return `answered all along in the last ${window}`;
  // Rounded down: an outage must not read as 100 %.
  const percent = Math.floor(reachable * 1000) / 10;
  return `answered ${percent} % of the last ${window}; ${plural(
    outages,
    'outage',
  )}, the longest ${formatDuration(longestOutage)}`;
}
