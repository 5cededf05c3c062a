import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { useBreakpoint } from '@backstage/ui';
import { RiAddLine, RiNodeTree } from '@remixicon/react';
import { cnocFabricCreatePermission } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { FilteredList } from '../../components/FilteredList/FilteredList';
import { FilterField } from '../../components/FilterField/FilterField';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { PageBody } from '../../components/PageBody/PageBody';
import { SectionHeader } from '../../components/SectionHeader/SectionHeader';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { useServerState } from '../../hooks/useServerState';
import { useUrlState } from '../../hooks/useUrlState';
import { compareByNeed } from '../../model/needOf';
import { FabricCards } from './FabricCards';
import { FabricsTable } from './FabricsTable';
import { matchesText } from './matchesText';
import { Totals } from './Totals';

/** Most fabrics that one page shows. */
const MAX_FABRICS = 500;

/**
 * Which of my networks need me?
 *
 * @internal
 */
export const FabricsPage = () => {
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const navigate = useNavigate();
  const permission = usePortalPermission(cnocFabricCreatePermission);
  const [text, setText] = useUrlState('text');
  const narrow = useBreakpoint().down('md');
  const fabrics = useServerState(
    'fabrics',
    signal => api.listFabrics({ limit: MAX_FABRICS }, { signal }),
    { fabric: '*' },
  );
  const shown = (fabrics.data?.items ?? [])
    .filter(f => matchesText(f, text))
    .sort(compareByNeed);
  return (
    <>
      <SectionHeader
        section="fabrics"
        actions={
          <GuardedButton
            {...permission}
            iconStart={<RiAddLine />}
            onPress={() => navigate(links.newFabric())}
          >
            New fabric
          </GuardedButton>
        }
      />
      <PageBody>
        <Totals />
        <FilteredList
          words={{ one: 'fabric', many: 'fabrics' }}
          state={fabrics}
          shown={shown.length}
          filtered={text !== ''}
          order="by need"
          stillWorks="Your networks are not touched by this."
          filters={
            <FilterField
              label="Filter fabrics"
              placeholder="Name, environment, owner   ( / )"
              value={text}
              onChange={setText}
            />
          }
          empty={
            <EmptyState
              icon={<RiNodeTree size={32} aria-hidden />}
              title="No fabrics yet"
            >
              Your networks stand here with their connection, sync, drift and
              health. Add one above, or under <code>cnoc.fabrics</code> in the
              portal’s configuration, or ask an owner for access to theirs.
            </EmptyState>
          }
        >
          {narrow ? (
            <FabricCards fabrics={shown} />
          ) : (
            <FabricsTable fabrics={shown} />
          )}
        </FilteredList>
      </PageBody>
    </>
  );
};
