/**
 * Name of the fabric that an entity is, or belongs to.
 *
 * @public
 */
export const ANNOTATION_CNOC_FABRIC = 'cnoc.dev/fabric';

/**
 * Kind of the resource that an entity stands for, for example `VPCAttachment`.
 *
 * @public
 */
export const ANNOTATION_CNOC_KIND = 'cnoc.dev/kind';

/**
 * Name of the resource that an entity stands for, as the cluster has it.
 *
 * @public
 */
export const ANNOTATION_CNOC_NAME = 'cnoc.dev/name';
