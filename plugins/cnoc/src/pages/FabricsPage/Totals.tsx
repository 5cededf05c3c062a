import { useApi } from '@backstage/frontend-plugin-api';
import { cnocApiRef } from '../../api/cnocApiRef';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { TotalTiles } from '../../components/TotalTiles/TotalTiles';
import { useServerState } from '../../hooks/useServerState';
import { plural } from '../../text/plural';

/**
 * The numbers over all fabrics. Left out when they cannot be had: the list below says why.
 *
 * @internal
 */
export const Totals = () => {
  const api = useApi(cnocApiRef);
  const { data, loading, error } = useServerState(
    'overview',
    signal => api.getOverview({ signal }),
    { fabric: '*' },
  );
  if (loading) return <LoadingTiles label="Loading totals" />;
  if (!data || error) return null;
  const { fabrics, findings } = data;
  return (
    <TotalTiles
      tiles={[
        {
          label: 'Fabrics',
          value: fabrics.total,
          note: `${fabrics.inSync} in sync, ${fabrics.drifted} drifted${
            fabrics.unknown ? `, ${fabrics.unknown} unknown` : ''
          }`,
        },
        {
          label: 'Critical findings',
          value: findings.critical,
          note: `${plural(findings.warning, 'warning')}, ${findings.info} info`,
          alarm: findings.critical > 0,
        },
        {
          label: 'Failing syncs',
          value: data.failingSyncs,
          note: `${plural(data.disconnected, 'cluster')} not answering`,
          alarm: data.failingSyncs > 0 || data.disconnected > 0,
        },
        {
          label: 'Deployments running',
          value: data.deploymentsRunning,
          note: data.deploymentsRunning > 0 ? 'now' : 'all quiet',
        },
      ]}
    />
  );
};
