import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select, useBreakpoint } from '@backstage/ui';
import { RiAddLine, RiServerLine } from '@remixicon/react';
import {
  cnocClusterCreatePermission,
  type Cluster,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ClusterFormDialog } from '../../components/ClusterForm/ClusterFormDialog';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { FilteredList } from '../../components/FilteredList/FilteredList';
import { FilterField } from '../../components/FilterField/FilterField';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { PageBody } from '../../components/PageBody/PageBody';
import { SectionHeader } from '../../components/SectionHeader/SectionHeader';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { useServerState } from '../../hooks/useServerState';
import { useUrlSort } from '../../hooks/useUrlSort';
import { useUrlState } from '../../hooks/useUrlState';
import {
  clusterNeed,
  compareClusters,
  describeClusterAccess,
} from '../../model/describeCluster';
import { sortRows } from '../../model/sortRows';
import { matchesWords } from '../../text/matchesWords';
import { ClusterCards } from './ClusterCards';
import { ClustersTable } from './ClustersTable';
import { ClusterTotals } from './ClusterTotals';

/** Most clusters that one page shows. */
const MAX_CLUSTERS = 500;
const ANY = 'any';
const states = [
  { value: 'changed', label: 'Another cluster' },
  { value: 'disconnected', label: 'Disconnected' },
  { value: 'degraded', label: 'Degraded' },
  { value: 'unknown', label: 'Unknown' },
  { value: 'connected', label: 'Connected' },
];

const sortable: Record<
  string,
  (cluster: Cluster) => string | number | undefined
> = {
  name: c => c.name,
  health: c => -clusterNeed(c),
  server: c => c.server,
  version: c => c.version,
  access: c => describeClusterAccess(c),
  fabrics: c => c.fabrics.length,
};

/**
 * Do my clusters answer, and are they still the ones I meant?
 *
 * @internal
 */
export const ClustersPage = () => {
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const navigate = useNavigate();
  const [text, setText] = useUrlState('text');
  const [wanted, setHealth] = useUrlState('health');
  const health = states.some(({ value }) => value === wanted) ? wanted : '';
  const { sort, tableSort } = useUrlSort();
  const [creating, setCreating] = useState(false);
  const permission = usePortalPermission(cnocClusterCreatePermission);
  const narrow = useBreakpoint().down('md');
  const clusters = useServerState(
    'clusters',
    signal => api.listClusters({ limit: MAX_CLUSTERS }, { signal }),
    { fabric: '*' },
  );
  const { data } = clusters;
  const shown = useMemo(() => {
    const found = (data?.items ?? [])
      .filter(c => health === '' || stateOf(c) === health)
      .filter(c => matchesWords(namesOf(c), text))
      .sort(compareClusters);
    return sortRows(found, sort, sortable);
  }, [data, health, text, sort]);
  return (
    <>
      <SectionHeader
        section="clusters"
        actions={
          <GuardedButton
            {...permission}
            iconStart={<RiAddLine />}
            onPress={() => setCreating(true)}
          >
            New cluster
          </GuardedButton>
        }
      />
      <PageBody>
        {clusters.loading && <LoadingTiles label="Loading totals" />}
        {data && data.items.length > 0 && (
          <ClusterTotals clusters={data.items} />
        )}
        <FilteredList
          words={{ one: 'cluster', many: 'clusters' }}
          state={clusters}
          shown={shown.length}
          filtered={text !== '' || health !== ''}
          order={sort ? 'sorted' : 'by need'}
          stillWorks="The clusters and their networks are not touched by this."
          filters={
            <>
              <FilterField
                label="Filter clusters"
                placeholder="Name, address, fabric, access   ( / )"
                value={text}
                onChange={setText}
              />
              <Select
                aria-label="Health"
                size="small"
                value={health || ANY}
                onChange={value => setHealth(value === ANY ? '' : `${value}`)}
                options={[{ value: ANY, label: 'Any health' }, ...states]}
              />
            </>
          }
          empty={
            <EmptyState
              icon={<RiServerLine size={32} aria-hidden />}
              title="No clusters yet"
            >
              The Hedgehog control clusters that your fabrics run on stand here,
              with whether they answer. Add one above, or under{' '}
              <code>cnoc.clusters</code> in the portal’s configuration.
            </EmptyState>
          }
        >
          {narrow ? (
            <ClusterCards clusters={shown} />
          ) : (
            <ClustersTable clusters={shown} sort={tableSort} />
          )}
        </FilteredList>
      </PageBody>
      {creating && (
        <ClusterFormDialog
          onSaved={({ name }) => navigate(links.cluster(name))}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
};

function stateOf({ health, identity }: Cluster): string {
  return identity.state === 'changed' ? 'changed' : health.state;
}

function namesOf(cluster: Cluster) {
  return [
    cluster.name,
    cluster.title,
    cluster.server,
    cluster.version,
    describeClusterAccess(cluster),
    ...cluster.fabrics,
  ];
}
