import type { Cluster } from '@cnoc/backstage-plugin-cnoc-common';
import { CardList } from '../../components/CardList/CardList';
import { ClusterAccess } from '../../components/ClusterAccess/ClusterAccess';
import { ClusterHealthWord } from '../../components/ClusterHealthWord/ClusterHealthWord';
import { IdentityWord } from '../../components/ClusterHealthWord/IdentityWord';
import { FabricLinks } from '../../components/FabricLinks/FabricLinks';
import { FactGrid } from '../../components/FactGrid/FactGrid';
import { Name } from '../../components/Name/Name';
import {
  describeClusterHealth,
  describeIdentity,
} from '../../model/describeCluster';
import { ClusterName } from './ClusterName';

/**
 * The table's twin for a narrow screen.
 *
 * @internal
 */
export const ClusterCards = ({ clusters }: { clusters: Cluster[] }) => (
  <CardList
    label="Clusters"
    items={clusters}
    head={cluster => <ClusterName cluster={cluster} />}
  >
    {cluster => (
      <FactGrid
        facts={[
          {
            label: 'Health',
            tone: describeClusterHealth(cluster).tone,
            value: <ClusterHealthWord cluster={cluster} />,
            message: cluster.health.message,
          },
          {
            label: 'Identity',
            tone: describeIdentity(cluster).tone,
            value: <IdentityWord cluster={cluster} />,
          },
          {
            label: 'Address',
            value: cluster.server ? (
              <Name mono>{cluster.server}</Name>
            ) : (
              'known elsewhere'
            ),
          },
          { label: 'Version', value: cluster.version ?? 'not known' },
          { label: 'Access', value: <ClusterAccess cluster={cluster} /> },
          {
            label: 'Fabrics',
            value: <FabricLinks fabrics={cluster.fabrics} />,
          },
        ]}
      />
    )}
  </CardList>
);
