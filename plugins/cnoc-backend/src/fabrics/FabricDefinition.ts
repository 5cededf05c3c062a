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
  /** Another one at another place in git or cluster than before; what works on an older one writes nothing any more */
  version?: number;
}

/** Whether two definitions mean the same place in git and in the cluster. */
export function isSamePlace(a: FabricDefinition, b: FabricDefinition): boolean {
  return (
    a.repository === b.repository &&
    a.path === b.path &&
    a.cluster === b.cluster &&
    a.namespace === b.namespace
  );
}
