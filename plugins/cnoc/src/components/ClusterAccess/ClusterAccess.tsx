import type { Cluster } from '@cnoc/backstage-plugin-cnoc-common';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { describeClusterAccess } from '../../model/describeCluster';
import { InlineLink } from '../InlineLink/InlineLink';
import { Name } from '../Name/Name';

/**
 * Where a cluster's secret comes from, leading to the credential where there is one.
 *
 * @internal
 */
export const ClusterAccess = ({ cluster }: { cluster: Cluster }) => {
  const links = useCnocLinks();
  if (cluster.access !== 'credential' || !cluster.credential) {
    return <>{describeClusterAccess(cluster)}</>;
  }
  return (
    <InlineLink href={links.credential(cluster.credential)}>
      <Name>{cluster.credential}</Name>
    </InlineLink>
  );
};
