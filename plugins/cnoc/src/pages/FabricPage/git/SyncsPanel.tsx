import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiGitCommitLine } from '@remixicon/react';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Panel } from '../../../components/Panel/Panel';
import { RowList } from '../../../components/RowList/RowList';
import { useServerState } from '../../../hooks/useServerState';
import { SyncRow } from './SyncRow';
import styles from './GitTab.module.css';

const STEP = 10;
const MAX = 50;

/**
 * The commits that CNOC met, newest first.
 *
 * @internal
 */
export const SyncsPanel = ({ fabric }: { fabric: string }) => {
  const api = useApi(cnocApiRef);
  const [limit, setLimit] = useState(STEP);
  const { data, error, loading, refresh } = useServerState(
    `${fabric} ${limit}`,
    signal => api.listSyncs(fabric, { limit }, { signal }),
    { fabric, keepPrevious: true },
  );
  return (
    <Panel flush title="Commits" note="as CNOC read them">
      {loading && <LoadingRows label="Loading commits" rows={4} />}
      {error && !data && (
        <ErrorPanel
          title="The commits could not be loaded"
          error={error}
          onRetry={refresh}
        />
      )}
      {data && data.items.length === 0 && (
        <EmptyState
          icon={<RiGitCommitLine size={28} aria-hidden />}
          title="No commit was read yet"
        >
          The first sync brings the newest commit of the branch.
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <RowList label="Commits">
          {data.items.map(sync => (
            <SyncRow key={sync.id} sync={sync} />
          ))}
        </RowList>
      )}
      {data?.nextCursor && limit < MAX && (
        <p className={styles.more}>
          <Button
            size="small"
            variant="secondary"
            onPress={() => setLimit(before => Math.min(before + STEP, MAX))}
          >
            Show older commits
          </Button>
        </p>
      )}
    </Panel>
  );
};
