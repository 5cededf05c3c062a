import type { ClusterApi } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from './answered';

const absent = async (): Promise<never> => {
  throw answered(404);
};

/** A portal without clusters; tests replace what they need. */
export const clusterApi: ClusterApi = {
  getHealth: async () => ({ state: 'ok', checks: [] }),
  listClusters: async () => ({ items: [] }),
  getCluster: absent,
  createCluster: absent,
  updateCluster: absent,
  deleteCluster: absent,
  testCluster: absent,
  testClusterInput: absent,
  readKubeconfig: async () => ({ contexts: [] }),
  trustClusterIdentity: absent,
  listSwitches: async () => ({ items: [] }),
  getSwitch: absent,
  listLinks: async () => ({ items: [] }),
};
