/** A fabric as configuration defines it. */
export interface FabricDefinition {
  name: string;
  title?: string;
  description?: string;
  environment?: string;
  /** Entity reference, for example `group:default/network` */
  owner?: string;
  /** Name of the git remote */
  repository: string;
  /** Directory in the repository, without leading or trailing slash; empty = the whole repository */
  path: string;
  /** Name of the cluster connection */
  cluster: string;
  namespace: string;
}
