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
 * Draft changes of a fabric's resources, import into drafts, and preview their commit.
 *
 * @public
 */
export const cnocFabricEditPermission = createPermission({
  name: 'cnoc.fabric.edit',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Write drafts to the fabric's repository, as a commit or a pull request.
 *
 * @public
 */
export const cnocFabricCommitPermission = createPermission({
  name: 'cnoc.fabric.commit',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Acknowledge and suppress findings, and write ignore rules.
 *
 * @public
 */
export const cnocFabricTriagePermission = createPermission({
  name: 'cnoc.fabric.triage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Change what a fabric is: its names, owner, place in git and cluster, and scope.
 *
 * @public
 */
export const cnocFabricUpdatePermission = createPermission({
  name: 'cnoc.fabric.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Forget a fabric.
 *
 * @public
 */
export const cnocFabricDeletePermission = createPermission({
  name: 'cnoc.fabric.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Run the self-test, which changes and restores a field on a lab's cluster.
 *
 * @public
 */
export const cnocFabricSelfTestPermission = createPermission({
  name: 'cnoc.fabric.self-test',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CNOC_FABRIC,
});

/**
 * Register fabrics.
 *
 * @public
 */
export const cnocFabricCreatePermission = createPermission({
  name: 'cnoc.fabric.create',
  attributes: { action: 'create' },
});

/**
 * See the cluster connections and their health.
 *
 * @public
 */
export const cnocClusterReadPermission = createPermission({
  name: 'cnoc.cluster.read',
  attributes: { action: 'read' },
});

/**
 * Register cluster connections, and try one before.
 *
 * @public
 */
export const cnocClusterCreatePermission = createPermission({
  name: 'cnoc.cluster.create',
  attributes: { action: 'create' },
});

/**
 * Change and test cluster connections, and accept another cluster behind an address.
 *
 * @public
 */
export const cnocClusterUpdatePermission = createPermission({
  name: 'cnoc.cluster.update',
  attributes: { action: 'update' },
});

/**
 * Forget cluster connections that no fabric uses.
 *
 * @public
 */
export const cnocClusterDeletePermission = createPermission({
  name: 'cnoc.cluster.delete',
  attributes: { action: 'delete' },
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
 * Register git remotes, and try one before.
 *
 * @public
 */
export const cnocRepositoryCreatePermission = createPermission({
  name: 'cnoc.repository.create',
  attributes: { action: 'create' },
});

/**
 * Change git remotes, test them, and trust a changed SSH host key.
 *
 * @public
 */
export const cnocRepositoryUpdatePermission = createPermission({
  name: 'cnoc.repository.update',
  attributes: { action: 'update' },
});

/**
 * Forget git remotes that no fabric uses.
 *
 * @public
 */
export const cnocRepositoryDeletePermission = createPermission({
  name: 'cnoc.repository.delete',
  attributes: { action: 'delete' },
});

/**
 * See which credentials there are; values are never shown.
 *
 * @public
 */
export const cnocCredentialReadPermission = createPermission({
  name: 'cnoc.credential.read',
  attributes: { action: 'read' },
});

/**
 * Store credentials.
 *
 * @public
 */
export const cnocCredentialCreatePermission = createPermission({
  name: 'cnoc.credential.create',
  attributes: { action: 'create' },
});

/**
 * Change and rotate credentials, and re-encrypt all of them under a new key.
 *
 * @public
 */
export const cnocCredentialUpdatePermission = createPermission({
  name: 'cnoc.credential.update',
  attributes: { action: 'update' },
});

/**
 * Delete credentials that nothing uses.
 *
 * @public
 */
export const cnocCredentialDeletePermission = createPermission({
  name: 'cnoc.credential.delete',
  attributes: { action: 'delete' },
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
  cnocFabricEditPermission,
  cnocFabricCommitPermission,
  cnocFabricTriagePermission,
  cnocFabricUpdatePermission,
  cnocFabricDeletePermission,
  cnocFabricSelfTestPermission,
];

/**
 * Permissions around cluster connections.
 *
 * @public
 */
export const cnocClusterPermissions = [
  cnocClusterReadPermission,
  cnocClusterCreatePermission,
  cnocClusterUpdatePermission,
  cnocClusterDeletePermission,
];

/**
 * Permissions around git remotes.
 *
 * @public
 */
export const cnocRepositoryPermissions = [
  cnocRepositoryReadPermission,
  cnocRepositoryCreatePermission,
  cnocRepositoryUpdatePermission,
  cnocRepositoryDeletePermission,
];

/**
 * Permissions around stored credentials.
 *
 * @public
 */
export const cnocCredentialPermissions = [
  cnocCredentialReadPermission,
  cnocCredentialCreatePermission,
  cnocCredentialUpdatePermission,
  cnocCredentialDeletePermission,
];

/**
 * All permissions of CNOC.
 *
 * @public
 */
export const cnocPermissions = [
  ...cnocFabricPermissions,
  cnocFabricCreatePermission,
  ...cnocClusterPermissions,
  ...cnocRepositoryPermissions,
  ...cnocCredentialPermissions,
  cnocContractReadPermission,
];
