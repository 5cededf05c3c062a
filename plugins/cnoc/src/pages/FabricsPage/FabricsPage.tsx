import { useApi } from '@backstage/frontend-plugin-api';
import { Header, useBreakpoint } from '@backstage/ui';
import { RiNodeTree, RiSearchLine } from '@remixicon/react';
import { cnocApiRef } from '../../api/cnocApiRef';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { FilterField } from '../../components/FilterField/FilterField';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { PageBody } from '../../components/PageBody/PageBody';
import { CnocRoot } from '../../components/CnocRoot/CnocRoot';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { describeError } from '../../errors/describeError';
import { useServerState } from '../../hooks/useServerState';
import { useUrlState } from '../../hooks/useUrlState';
import { compareByNeed } from '../../model/needOf';
import { plural } from '../../text/plural';
import { FabricCards } from './FabricCards';
import { FabricsTable } from './FabricsTable';
import { matchesText } from './matchesText';
import { Totals } from './Totals';
import styles from './FabricsPage.module.css';

/** Most fabrics that one page shows. */
const MAX_FABRICS = 500;

/**
 * Which of my networks need me?
 *
 * @internal
 */
export const FabricsPage = () => {
  const api = useApi(cnocApiRef);
  const [text, setText] = useUrlState('text');
  const narrow = useBreakpoint().down('md');
  const fabrics = useServerState(
    'fabrics',
    signal => api.listFabrics({ limit: MAX_FABRICS }, { signal }),
    { fabric: '*' },
  );
  const all = fabrics.data?.items ?? [];
  const shown = all.filter(f => matchesText(f, text)).sort(compareByNeed);
  return (
    <>
      <CnocRoot>
        <Header title="Fabrics" />
      </CnocRoot>
      <PageBody>
        <Totals />
        {fabrics.error && fabrics.data && (
          <StaleBand
            since={fabrics.updatedAt ?? new Date()}
            cause={describeError(fabrics.error).reason}
          />
        )}
        <div className={styles.filters}>
          <FilterField
            label="Filter fabrics"
            placeholder="Name, environment, owner   ( / )"
            value={text}
            onChange={setText}
          />
          {fabrics.data && (
            <span className={styles.count} aria-live="polite">
              {text
                ? `${shown.length} of ${plural(all.length, 'fabric')}`
                : plural(all.length, 'fabric')}
              , by need
              {fabrics.data.nextCursor && `; only the first ${MAX_FABRICS}`}
            </span>
          )}
        </div>
        {fabrics.loading && <LoadingRows label="Loading fabrics" rows={5} />}
        {fabrics.error && !fabrics.data && (
          <ErrorPanel
            title="The fabrics could not be loaded"
            error={fabrics.error}
            stillWorks="Your networks are not touched by this."
            onRetry={fabrics.refresh}
          />
        )}
        {fabrics.data && all.length === 0 && (
          <EmptyState
            icon={<RiNodeTree size={32} aria-hidden />}
            title="No fabrics yet"
          >
            Your networks stand here with their connection, sync, drift and
            health. Add one under <code>cnoc.fabrics</code> in the portal’s
            configuration, or ask an owner for access to theirs.
          </EmptyState>
        )}
        {all.length > 0 && shown.length === 0 && (
          <EmptyState
            icon={<RiSearchLine size={32} aria-hidden />}
            title="No fabric matches the filter"
          />
        )}
        {shown.length > 0 &&
          (narrow ? (
            <FabricCards fabrics={shown} />
          ) : (
            <FabricsTable fabrics={shown} />
          ))}
      </PageBody>
    </>
  );
};
