import { useApi } from '@backstage/frontend-plugin-api';
import { RiLinksLine } from '@remixicon/react';
import { cnocApiRef } from '../../api/cnocApiRef';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { useServerState } from '../../hooks/useServerState';
import { plural } from '../../text/plural';
import { LinkRow } from '../FabricPage/health/LinkRow';

/** No connection has more links; others that have its name in theirs may stand between. */
const MAX = 500;

/**
 * The physical links of one connection, with the state of both ends.
 *
 * @internal
 */
export const ConnectionLinks = (props: {
  fabric: string;
  name: string;
  stale: boolean;
}) => {
  const { fabric, name, stale } = props;
  const api = useApi(cnocApiRef);
  const { data, error, loading, refresh } = useServerState(
    JSON.stringify([fabric, name]),
    async signal => {
      const { items } = await api.listLinks(
        fabric,
        { text: name, limit: MAX },
        { signal },
      );
      return items.filter(link => link.connection === name);
    },
    { fabric },
  );
  return (
    <Panel
      flush
      title="Links"
      note={data && data.length > 0 ? plural(data.length, 'link') : undefined}
    >
      {loading && <LoadingRows label="Loading its links" rows={2} />}
      {error && !data && (
        <ErrorPanel
          title="Its links could not be loaded"
          error={error}
          onRetry={refresh}
        />
      )}
      {data?.length === 0 && (
        <EmptyState
          icon={<RiLinksLine size={28} aria-hidden />}
          title="No links known"
        >
          They stand here when the cluster has the connection, with the state
          that the agents at both ends report.
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <RowList label="Links">
          {data.map(link => (
            <li
              key={link.ends.map(end => `${end.device}/${end.port}`).join(' ')}
            >
              <LinkRow fabric={fabric} link={link} stale={stale} />
            </li>
          ))}
        </RowList>
      )}
    </Panel>
  );
};
