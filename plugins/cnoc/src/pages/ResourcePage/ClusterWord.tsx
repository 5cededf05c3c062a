import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { StatusWord } from '../../components/StatusWord/StatusWord';

/**
 * Whether the cluster has the resource. Unknown is not missing.
 *
 * @internal
 */
export const ClusterWord = ({ resource }: { resource: ResourceDetail }) => {
  if (resource.live) return <StatusWord tone="good">Has it</StatusWord>;
  return resource.state === 'unknown' ? (
    <StatusWord tone="unknown">Unknown</StatusWord>
  ) : (
    <StatusWord tone="warning">Does not have it</StatusWord>
  );
};
