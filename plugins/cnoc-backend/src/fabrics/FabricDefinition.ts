import type { FabricScope } from '@cnoc/backstage-plugin-cnoc-common';

/** A fabric as configuration or the registry defines it. */
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
  /** What of the cluster belongs to it when git does not have it; default orphans: managed */
  scope?: FabricScope;
}
