import { useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { FindingRow } from '../../../components/FindingRow/FindingRow';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { NoFindings } from '../../../components/NoFindings/NoFindings';
import { Panel } from '../../../components/Panel/Panel';
import { RowList } from '../../../components/RowList/RowList';
import { useCnocLinks } from '../../../hooks/useCnocLinks';
import { useServerState } from '../../../hooks/useServerState';

const COUNT = 5;

/**
 * The worst open findings of a fabric.
 *
 * @internal
 */
export const TopFindings = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const { data, error, loading, refresh } = useServerState(
    fabric.name,
    signal =>
      api.listFindings(
        fabric.name,
        { status: 'open', limit: COUNT },
        { signal },
      ),
    { fabric: fabric.name },
  );
  const total = data?.totalItems ?? 0;
  return (
    <Panel
      flush
      title="What needs you first"
      note={total > COUNT ? `${COUNT} of ${total} open findings` : undefined}
      actions={
        total > 0 && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={links.fabric(fabric.name, 'drift')}
          >
            All findings
          </ButtonLink>
        )
      }
    >
      {loading && <LoadingRows label="Loading findings" rows={3} />}
      {error && !data && (
        <ErrorPanel
          title="The findings could not be loaded"
          error={error}
          onRetry={refresh}
        />
      )}
      {data && total === 0 && (
        <NoFindings fabric={fabric} title="Nothing needs you">
          Git, cluster and switches agree.
        </NoFindings>
      )}
      {total > 0 && (
        <RowList label="Findings that need you first">
          {data?.items.map(finding => (
            <li key={finding.id}>
              <FindingRow
                fabric={fabric.name}
                finding={finding}
                staleSince={fabric.status.connection.staleSince}
              />
            </li>
          ))}
        </RowList>
      )}
    </Panel>
  );
};
