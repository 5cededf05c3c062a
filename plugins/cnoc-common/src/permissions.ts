import { createPermission } from '@backstage/plugin-permission-common';

/** @public */
export const RESOURCE_TYPE_CNOC_FABRIC = 'cnoc-fabric';

/**
 * See a fabric and everything in it. Without it the fabric answers 404.
 *
 * @public
 */
export const cnocFabricReadPermission = createPermission({
  name: 'cnoc.fabric.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Have git read, the states compared or the cluster connection tested now.
 *
 * @public
 */
export const cnocFabricSyncPermission = createPermission({
  name: 'cnoc.fabric.sync',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Make a plan, which dry-runs its writes on the cluster.
 *
 * @public
 */
export const cnocFabricPlanPermission = createPermission({
  name: 'cnoc.fabric.plan',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Execute a plan.
 *
 * @public
 */
export const cnocFabricDeployPermission = createPermission({
  name: 'cnoc.fabric.deploy',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Plan and execute the take-over of fields that another field manager holds.
 *
 * @public
 */
export const cnocFabricForcePermission = createPermission({
  name: 'cnoc.fabric.deploy.force',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * See the git remotes and their health.
 *
 * @public
 */
export const cnocRepositoryReadPermission = createPermission({
  name: 'cnoc.repository.read',
  attributes: { action: 'read' },
});

/**
 * See what the product itself is: its kinds and its REST contract.
 *
 * @public
 */
export const cnocContractReadPermission = createPermission({
  name: 'cnoc.contract.read',
  attributes: { action: 'read' },
});

/**
 * Permissions that are asked for one fabric.
 *
 * @public
 */
export const cnocFabricPermissions = [
  cnocFabricReadPermission,
  cnocFabricSyncPermission,
  cnocFabricPlanPermission,
  cnocFabricDeployPermission,
  cnocFabricForcePermission,
];

/**
 * All permissions of CNOC.
 *
 * @public
 */
export const cnocPermissions = [
  ...cnocFabricPermissions,
  cnocRepositoryReadPermission,
  cnocContractReadPermission,
];
