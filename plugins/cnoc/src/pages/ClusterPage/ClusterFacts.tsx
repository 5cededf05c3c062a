import type { ClusterDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { ClusterAccess } from '../../components/ClusterAccess/ClusterAccess';
import { ClusterHealthWord } from '../../components/ClusterHealthWord/ClusterHealthWord';
import { IdentityWord } from '../../components/ClusterHealthWord/IdentityWord';
import { FactGrid } from '../../components/FactGrid/FactGrid';
import {
  describeClusterHealth,
  describeIdentity,
} from '../../model/describeCluster';

/** @internal */
export const ClusterFacts = ({ cluster }: { cluster: ClusterDetail }) => {
  const stale = cluster.health.state !== 'connected';
  return (
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
          label: 'Version',
          stale: stale && cluster.version !== undefined,
          value: cluster.version ?? 'not known yet',
        },
        { label: 'Access', value: <ClusterAccess cluster={cluster} /> },
        {
          label: 'Trust',
          tone: cluster.skipTLSVerify ? 'warning' : undefined,
          value: trustOf(cluster),
        },
      ]}
    />
  );
};

function trustOf(cluster: ClusterDetail): string {
  if (cluster.skipTLSVerify) return 'Its TLS certificate is not checked';
  return cluster.certificateAuthority
    ? 'A certificate authority of its own'
    : 'The authorities that the portal trusts';
}
