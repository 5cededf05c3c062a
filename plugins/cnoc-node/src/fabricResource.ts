import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CNOC_FABRIC } from '@cnoc/backstage-plugin-cnoc-common';

/**
 * What a permission rule may know of a fabric.
 *
 * @public
 */
export type FabricFacts = {
  name: string;
  /** Entity reference, for example `group:default/network` */
  owner?: string;
  environment?: string;
};

/**
 * A rule as a filter on the fabric registry: the property has one of the values.
 *
 * @public
 */
export type FabricFilter = {
  property: keyof FabricFacts;
  values: string[];
};

/**
 * Resource reference of `cnoc-fabric`, for rules of permission policies.
 *
 * @public
 */
export const cnocFabricResourceRef = createPermissionResourceRef<
  FabricFacts,
  FabricFilter
>().with({ pluginId: 'cnoc', resourceType: RESOURCE_TYPE_CNOC_FABRIC });
