import type { KubernetesObject } from '@cnoc/hedgehog';

const serverFields = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'ownerReferences',
  'finalizers',
  'selfLink',
];
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * An object without what a cluster adds to it, as in the output of `kubectl get -o yaml`.
 *
 * @returns the same object when it has nothing of that
 */
export function withoutServerFields(
  object: KubernetesObject,
): KubernetesObject {
  const { status, ...rest } = object;
  const metadata = { ...object.metadata };
  for (const field of serverFields) delete metadata[field];
  if (metadata.annotations && lastApplied in metadata.annotations) {
    const { [lastApplied]: _applied, ...annotations } = metadata.annotations;
    if (Object.keys(annotations).length > 0) metadata.annotations = annotations;
    else delete metadata.annotations;
  }
  const isSame =
    status === undefined &&
    Object.keys(metadata).length === Object.keys(object.metadata).length &&
    metadata.annotations === object.metadata.annotations;
  return isSame ? object : { ...rest, metadata };
}
