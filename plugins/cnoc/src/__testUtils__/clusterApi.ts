import type { ClusterApi } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from './answered';
import { labCluster, passedClusterTest, clusters } from './clusters';
import { labLinks, labSwitches, leaf3 } from './switches';

/** An engine with three clusters and the switches of one fabric; tests replace what they need. */
export const clusterApi: ClusterApi = {
  getHealth: async () => ({ state: 'ok', checks: [] }),
  listClusters: async () => ({ items: clusters, totalItems: clusters.length }),
  getCluster: async name => {
    const cluster = clusters.find(c => c.name === name);
    if (!cluster) throw answered(404, `No cluster '${name}'`);
    return cluster;
  },
  createCluster: async ({ name }) => ({ ...labCluster, name }),
  updateCluster: async () => labCluster,
  deleteCluster: async () => {},
  testCluster: async () => passedClusterTest,
  testClusterInput: async () => passedClusterTest,
  readKubeconfig: async () => ({ contexts: [] }),
  trustClusterIdentity: async () => labCluster,
  listSwitches: async () => ({ items: labSwitches }),
  getSwitch: async (_fabric, name) => {
    if (name !== leaf3.name) throw answered(404, `No switch '${name}'`);
    return leaf3;
  },
  listLinks: async (_fabric, query = {}) => {
    const items = labLinks.filter(
      link =>
        (!query.state || link.state === query.state) &&
        (!query.text || link.connection.includes(query.text)),
    );
    return { items, totalItems: items.length };
  },
};
