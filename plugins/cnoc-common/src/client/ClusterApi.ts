import type {
  Cluster,
  ClusterDetail,
  ClusterInput,
  ClusterPatch,
  ConnectionTest,
  Health,
  KubeconfigContext,
  Link,
  LinkQuery,
  Page,
  PageQuery,
  SwitchDetail,
  SwitchHealth,
} from '../schema/types';
import type { CnocRequestOptions, CnocWriteOptions } from './CnocApi';

/**
 * The part of the REST API that is about clusters and what runs on their switches.
 *
 * @public
 */
export interface ClusterApi {
  getHealth(options?: CnocRequestOptions): Promise<Health>;
  listClusters(
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Cluster>>;
  getCluster(
    name: string,
    options?: CnocRequestOptions,
  ): Promise<ClusterDetail>;
  createCluster(
    input: ClusterInput,
    options?: CnocWriteOptions,
  ): Promise<Cluster>;
  updateCluster(
    name: string,
    patch: ClusterPatch,
    options?: CnocWriteOptions,
  ): Promise<Cluster>;
  deleteCluster(name: string, options?: CnocWriteOptions): Promise<void>;
  testCluster(
    name: string,
    options?: CnocRequestOptions,
  ): Promise<ConnectionTest>;
  testClusterInput(
    input: ClusterInput,
    options?: CnocRequestOptions,
  ): Promise<ConnectionTest>;
  readKubeconfig(
    kubeconfig: string,
    options?: CnocRequestOptions,
  ): Promise<{ current?: string; contexts: KubeconfigContext[] }>;
  trustClusterIdentity(
    name: string,
    identity: string,
    options?: CnocWriteOptions,
  ): Promise<ClusterDetail>;

  listSwitches(
    fabric: string,
    options?: CnocRequestOptions,
  ): Promise<{ staleSince?: string; items: SwitchHealth[] }>;
  getSwitch(
    fabric: string,
    name: string,
    options?: CnocRequestOptions,
  ): Promise<SwitchDetail>;
  listLinks(
    fabric: string,
    query?: LinkQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Link>>;
}
