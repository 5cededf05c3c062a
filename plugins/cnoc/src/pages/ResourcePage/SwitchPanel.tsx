import { useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiRouterLine } from '@remixicon/react';
import { cnocApiRef } from '../../api/cnocApiRef';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { Panel } from '../../components/Panel/Panel';
import { describeError } from '../../errors/describeError';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useServerState } from '../../hooks/useServerState';
import { SwitchRow } from '../FabricPage/health/SwitchRow';

/**
 * How a switch is: what is wrong with it on top, its ports and BGP neighbours folded.
 *
 * @internal
 */
export const SwitchPanel = (props: { fabric: string; name: string }) => {
  const { fabric, name } = props;
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const { data, error, loading, refresh } = useServerState(
    JSON.stringify([fabric, name]),
    signal => api.getSwitch(fabric, name, { signal }),
    { fabric },
  );
  const unheard =
    !data && error !== undefined && describeError(error).kind === 'notFound';
  return (
    <Panel
      title="Health"
      actions={
        data && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={links.switchOf(fabric, name)}
          >
            Among all switches
          </ButtonLink>
        )
      }
    >
      {loading && (
        <LoadingRows label={`Loading the health of ${name}`} rows={2} />
      )}
      {unheard && (
        <EmptyState
          icon={<RiRouterLine size={28} aria-hidden />}
          title="Nothing is known of its health"
        >
          It stands here when the cluster has the switch and its agent reports.
        </EmptyState>
      )}
      {error && !data && !unheard && (
        <ErrorPanel
          title={`The health of ${name} could not be loaded`}
          error={error}
          onRetry={refresh}
        />
      )}
      {data && (
        <SwitchRow
          fabric={fabric}
          member={data}
          staleSince={data.staleSince}
          initiallyOpen={false}
        />
      )}
    </Panel>
  );
};
