import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiFileTextLine } from '@remixicon/react';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { Expandable } from '../../../components/Expandable/Expandable';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Name } from '../../../components/Name/Name';
import { Panel } from '../../../components/Panel/Panel';
import { ResourceLink } from '../../../components/ResourceLink/ResourceLink';
import { RowList } from '../../../components/RowList/RowList';
import { SafeLink } from '../../../components/SafeLink/SafeLink';
import { useServerState } from '../../../hooks/useServerState';
import { plural } from '../../../text/plural';
import styles from './GitTab.module.css';

const PAGE = 25;

/**
 * The files of the commit in force and what they hold, a page at a time.
 *
 * @internal
 */
export const FilesPanel = (props: { fabric: string; total: number }) => {
  const { fabric, total } = props;
  const api = useApi(cnocApiRef);
  // Cursors of the pages before and of this one.
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  const cursor = cursors[cursors.length - 1];
  const { data, error, loading, refresh } = useServerState(
    `${fabric} ${cursor ?? ''}`,
    signal => api.listFiles(fabric, { limit: PAGE, cursor }, { signal }),
    { fabric, keepPrevious: true },
  );
  const first = (cursors.length - 1) * PAGE + 1;
  return (
    <Panel flush title="Files" note={plural(total, 'file')}>
      {loading && <LoadingRows label="Loading files" rows={4} />}
      {error && !data && (
        <ErrorPanel
          title="The files could not be loaded"
          error={error}
          onRetry={refresh}
        />
      )}
      {data && data.items.length === 0 && (
        <EmptyState
          icon={<RiFileTextLine size={28} aria-hidden />}
          title="No files yet"
        >
          They appear when a commit was read.
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <RowList label="Files">
          {data.items.map(file => (
            <li key={file.path}>
              <Expandable
                label={`Resources of ${file.path}`}
                summary={
                  <span className={styles.file}>
                    <SafeLink href={file.url}>
                      <Name mono>{file.path}</Name>
                    </SafeLink>
                    <span className={styles.note}>
                      {plural(file.resources.length, 'resource')}
                    </span>
                  </span>
                }
              >
                {file.resources.length > 0 ? (
                  <ul className={styles.resources}>
                    {file.resources.map(({ kind, name }) => (
                      <li key={`${kind}/${name}`}>
                        <ResourceLink fabric={fabric} kind={kind} name={name} />
                      </li>
                    ))}
                  </ul>
                ) : undefined}
              </Expandable>
            </li>
          ))}
        </RowList>
      )}
      {data && (cursors.length > 1 || data.nextCursor) && (
        <p className={styles.more}>
          <Button
            size="small"
            variant="secondary"
            isDisabled={cursors.length === 1}
            onPress={() => setCursors(cursors.slice(0, -1))}
          >
            Previous
          </Button>
          <span>
            {first}–{first + data.items.length - 1}
          </span>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!data.nextCursor}
            onPress={() => setCursors([...cursors, data.nextCursor])}
          >
            Next
          </Button>
        </p>
      )}
    </Panel>
  );
};
