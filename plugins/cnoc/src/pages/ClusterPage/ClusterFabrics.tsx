import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiNodeTree } from '@remixicon/react';
import type { ClusterDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { StatusFactValue } from '../../components/StatusFacts/StatusFactValue';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useServerState } from '../../hooks/useServerState';
import { describeStatus } from '../../model/describeStatus';

/** Most fabrics that are asked for; those beyond are shown by name alone. */
const MAX_FABRICS = 500;

/**
 * The fabrics that run on this cluster, with their drift.
 *
 * @internal
 */
export const ClusterFabrics = (props: { cluster: ClusterDetail }) => {
  const { fabrics } = props.cluster;
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const { data } = useServerState(
    'fabrics',
    signal => api.listFabrics({ limit: MAX_FABRICS }, { signal }),
    { fabric: '*' },
  );
  return (
    <Panel title="Fabrics on it" note={fabrics.length} flush>
      {fabrics.length === 0 ? (
        <EmptyState
          icon={<RiNodeTree size={28} aria-hidden />}
          title="No fabric uses it"
        >
          A fabric names the cluster and a namespace in it. Only fabrics that
          you may see are listed.
        </EmptyState>
      ) : (
        <RowList label="Fabrics">
          {fabrics.map(name => {
            const fabric = data?.items.find(item => item.name === name);
            const drift =
              fabric &&
              describeStatus(fabric.status).find(fact => fact.id === 'drift');
            return (
              <li key={name}>
                <Link href={links.fabric(name)} standalone weight="bold">
                  <Name>{name}</Name>
                </Link>{' '}
                {fabric && <Name mono>{fabric.cluster.namespace}</Name>}
                {drift && (
                  <div>
                    <StatusFactValue fact={drift} />
                  </div>
                )}
              </li>
            );
          })}
        </RowList>
      )}
    </Panel>
  );
};
