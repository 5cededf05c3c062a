import { useState } from 'react';
import { DateTime } from 'luxon';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import type { Activity, Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Panel } from '../../../components/Panel/Panel';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { useServerState } from '../../../hooks/useServerState';
import { ActivityRow } from './ActivityRow';
import styles from './ActivityTab.module.css';

const STEP = 50;
const MAX = 500;

/**
 * Who did what, when?
 *
 * @internal
 */
export const ActivityTab = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const [limit, setLimit] = useState(STEP);
  const { data, error, loading, updatedAt, refresh } = useServerState(
    `${fabric.name} ${limit}`,
    signal => api.listActivity(fabric.name, { limit }, { signal }),
    { fabric: fabric.name, keepPrevious: true },
  );
  if (loading) return <LoadingRows label="Loading activity" rows={6} />;
  if (!data) {
    return (
      <ErrorPanel
        title="The activity could not be loaded"
        error={error}
        onRetry={refresh}
      />
    );
  }
  if (data.items.length === 0) {
    return (
      <EmptyState
        icon={<RiHistoryLine size={32} aria-hidden />}
        title="Nothing happened yet"
      >
        Commits, findings and deployments of this fabric stand here.
      </EmptyState>
    );
  }
  return (
    <>
      {error && (
        <StaleBand
          since={updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      {byDay(data.items).map(({ day, items }) => (
        <Panel key={day} title={day}>
          <ol className={styles.timeline} aria-label={`Activity of ${day}`}>
            {items.map(item => (
              <ActivityRow key={item.id} fabric={fabric.name} activity={item} />
            ))}
          </ol>
        </Panel>
      ))}
      {data.nextCursor && limit < MAX && (
        <div>
          <Button
            variant="secondary"
            onPress={() => setLimit(Math.min(limit + STEP, MAX))}
          >
            Show older activity
          </Button>
        </div>
      )}
    </>
  );
};

function byDay(items: readonly Activity[]) {
  const days = new Map<string, Activity[]>();
  for (const item of items) {
    const day = DateTime.fromISO(item.at).toFormat('cccc, d LLLL yyyy');
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, members]) => ({ day, items: members }));
}
