import type { StoreState } from '../kubernetes/ObjectStore';

/** What of a cluster outlives the process. */
export interface ClusterState {
  uid: string;
  token: string;
  store: StoreState;
}
