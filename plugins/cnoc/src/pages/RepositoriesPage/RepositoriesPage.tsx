import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select, useBreakpoint } from '@backstage/ui';
import { RiAddLine, RiGitRepositoryLine } from '@remixicon/react';
import {
  cnocRepositoryCreatePermission,
  type Repository,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { FilteredList } from '../../components/FilteredList/FilteredList';
import { FilterField } from '../../components/FilterField/FilterField';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { PageBody } from '../../components/PageBody/PageBody';
import { RepositoryFormDialog } from '../../components/RepositoryForm/RepositoryFormDialog';
import { SectionHeader } from '../../components/SectionHeader/SectionHeader';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { useServerState } from '../../hooks/useServerState';
import { useUrlSort } from '../../hooks/useUrlSort';
import { useUrlState } from '../../hooks/useUrlState';
import {
  compareRepositories,
  repositoryNeed,
} from '../../model/describeRepository';
import { providerLabels } from '../../model/providers';
import { sortRows } from '../../model/sortRows';
import { matchesWords } from '../../text/matchesWords';
import { RepositoriesTable } from './RepositoriesTable';
import { RepositoryCards } from './RepositoryCards';
import { RepositoryTotals } from './RepositoryTotals';

/** Most repositories that one page shows. */
const MAX_REPOSITORIES = 500;
const ANY = 'any';
const states = ['unreachable', 'unknown', 'reachable'];

const sortable: Record<
  string,
  (repository: Repository) => string | number | undefined
> = {
  name: r => r.name,
  health: r => -repositoryNeed(r),
  url: r => r.url,
  branch: r => r.branch,
  head: r => r.head?.at,
  credential: r => r.credential,
  fabrics: r => r.fabrics.length,
};

/**
 * Do my git remotes answer?
 *
 * @internal
 */
export const RepositoriesPage = () => {
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const navigate = useNavigate();
  const [text, setText] = useUrlState('text');
  const [wanted, setHealth] = useUrlState('health');
  const health = states.includes(wanted) ? wanted : '';
  const { sort, tableSort } = useUrlSort();
  const [creating, setCreating] = useState(false);
  const permission = usePortalPermission(cnocRepositoryCreatePermission);
  const narrow = useBreakpoint().down('md');
  const repositories = useServerState(
    'repositories',
    signal => api.listRepositories({ limit: MAX_REPOSITORIES }, { signal }),
    { fabric: '*' },
  );
  const { data } = repositories;
  const shown = useMemo(() => {
    const found = (data?.items ?? [])
      .filter(r => health === '' || r.health.state === health)
      .filter(r => matchesWords(namesOf(r), text))
      .sort(compareRepositories);
    return sortRows(found, sort, sortable);
  }, [data, health, text, sort]);
  const add = (
    <GuardedButton
      {...permission}
      iconStart={<RiAddLine />}
      onPress={() => setCreating(true)}
    >
      New repository
    </GuardedButton>
  );
  return (
    <>
      <SectionHeader section="repositories" actions={add} />
      <PageBody>
        {repositories.loading && <LoadingTiles label="Loading totals" />}
        {data && data.items.length > 0 && (
          <RepositoryTotals repositories={data.items} />
        )}
        <FilteredList
          words={{ one: 'repository', many: 'repositories' }}
          state={repositories}
          shown={shown.length}
          filtered={text !== '' || health !== ''}
          order={sort ? 'sorted' : 'by need'}
          stillWorks="Fabrics keep the state that was last read from git."
          filters={
            <>
              <FilterField
                label="Filter repositories"
                placeholder="Name, address, fabric, credential   ( / )"
                value={text}
                onChange={setText}
              />
              <Select
                aria-label="Health"
                size="small"
                value={health || ANY}
                onChange={value => setHealth(value === ANY ? '' : `${value}`)}
                options={[
                  { value: ANY, label: 'Any health' },
                  { value: 'unreachable', label: 'Not reachable' },
                  { value: 'unknown', label: 'Unknown' },
                  { value: 'reachable', label: 'Reachable' },
                ]}
              />
            </>
          }
          empty={
            <EmptyState
              icon={<RiGitRepositoryLine size={32} aria-hidden />}
              title="No repositories yet"
            >
              The git remotes that your fabrics are read from stand here, with
              whether they answer. Add one above, or under{' '}
              <code>cnoc.repositories</code> in the portal’s configuration.
            </EmptyState>
          }
        >
          {narrow ? (
            <RepositoryCards repositories={shown} />
          ) : (
            <RepositoriesTable repositories={shown} sort={tableSort} />
          )}
        </FilteredList>
      </PageBody>
      {creating && (
        <RepositoryFormDialog
          onSaved={({ name }) => navigate(links.repository(name))}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
};

function namesOf(repository: Repository) {
  return [
    repository.name,
    repository.title,
    repository.url,
    repository.branch,
    repository.credential,
    providerLabels[repository.provider],
    ...repository.fabrics,
  ];
}
