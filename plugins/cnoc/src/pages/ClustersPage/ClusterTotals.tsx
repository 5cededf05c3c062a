import type { Cluster } from '@cnoc/backstage-plugin-cnoc-common';
import { TotalTiles } from '../../components/TotalTiles/TotalTiles';
import { plural } from '../../text/plural';

/** @internal */
export const ClusterTotals = ({
  clusters,
}: {
  clusters: readonly Cluster[];
}) => {
  const where = (test: (cluster: Cluster) => boolean) => clusters.filter(test);
  const away = where(c => c.health.state === 'disconnected');
  const degraded = where(c => c.health.state === 'degraded').length;
  const unknown = where(c => c.health.state === 'unknown').length;
  const changed = where(c => c.identity.state === 'changed');
  const unchecked = where(c => c.skipTLSVerify === true).length;
  const blind = new Set(away.flatMap(c => c.fabrics)).size;
  const still = new Set(changed.flatMap(c => c.fabrics)).size;
  return (
    <TotalTiles
      tiles={[
        {
          label: 'Clusters',
          value: clusters.length,
          note: `${
            clusters.length - away.length - degraded - unknown
          } connected, ${unknown} unknown`,
        },
        {
          label: 'Not answering',
          value: away.length,
          note:
            blind > 0
              ? `${plural(blind, 'fabric')} without live state`
              : 'no fabric is blind',
          alarm: away.length > 0,
        },
        {
          label: 'Changed identity',
          value: changed.length,
          note:
            changed.length > 0
              ? `${plural(still, 'fabric')} standing still`
              : 'each is the one that was registered',
          alarm: changed.length > 0,
        },
        {
          label: 'Degraded',
          value: degraded,
          note: `${unchecked} without TLS check`,
        },
      ]}
    />
  );
};
